export { RequestController } from './requestController';

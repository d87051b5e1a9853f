export { compareSchemas } from './compareSchemas';

export { requestSample, type SampleKind } from './requestSample';

export { CauseList, CauseText } from './CauseText';
export { causeWords } from './causeWords';
export type { CauseWords } from './causes/writer';
export { finalizerWords } from './finalizerWords';
export { RequestRail } from './RequestRail';
export { RequestStatus } from './RequestStatus';
export { useCauseWords } from './useCauseWords';

export { CauseList, CauseText } from './CauseText';
export { causeWords, type CauseWords } from './causeWords';
export { RequestRail } from './RequestRail';
export { RequestStatus } from './RequestStatus';
export { useCauseWords } from './useCauseWords';

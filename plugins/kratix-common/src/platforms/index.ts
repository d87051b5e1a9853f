export type { CountRights } from './countedKinds';
export * from './describePlatform';
export type * from './facts';
export * from './platformView';
export {
  accountRight,
  rightKey,
  type RightQuestion,
  rightsToAsk,
  rulesOfReview,
} from './rights';

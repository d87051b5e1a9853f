export * from './creates';
export * from './documentProblems';
export * from './imagePolicy';
export * from './installObject';
export * from './methods';
export * from './planOf';
export * from './preflightFindings';
export type * from './types';
export * from './upgradePatch';

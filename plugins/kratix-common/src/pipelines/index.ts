export * from './jobs';
export * from './podTrouble';
export * from './stepRules';
export * from './steps';
export * from './workflow';
export * from './pauseRule';
export * from './deletion';

export * from './requestVersion';
export * from './revisions';

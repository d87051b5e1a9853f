export * from './descriptionKey';
export * from './settle';

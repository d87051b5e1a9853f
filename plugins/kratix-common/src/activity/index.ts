export * from './causeParameters';
export * from './causeSentence';
export * from './descriptionKey';
export * from './settle';

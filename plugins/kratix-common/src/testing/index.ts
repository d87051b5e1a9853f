export * from './contradictions';
export * from './ObjectPile';
export * from './builders';
export * from './goldens';
export * from './recording';
export * from './recordingFiles';
export * from './story';
export * from './storyText';

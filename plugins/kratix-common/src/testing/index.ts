export * from './ObjectPile';
export * from './recording';
export * from './story';

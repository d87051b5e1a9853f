export * from './descriptions';
export * from './views';
export * from './routes';

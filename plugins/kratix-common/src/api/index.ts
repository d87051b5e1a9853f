export * from './client';
export * from './descriptions';
export * from './openapi';
export * from './routes';
export * from './views';

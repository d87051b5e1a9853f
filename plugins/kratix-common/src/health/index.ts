export * from './requestHealth';

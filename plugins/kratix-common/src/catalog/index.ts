export * from './entityNames';
export * from './teamNamespaces';
export * from './entityRefText';

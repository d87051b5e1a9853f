export * from './entityNames';
export * from './teamNamespaces';

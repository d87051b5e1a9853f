/**
 * Platforms without a cluster, for the tests of any package.
 *
 * @packageDocumentation
 */
export * from './configKeys';
export * from './databases';
export * from './fakePlatform';
export * from './fakePlatforms';

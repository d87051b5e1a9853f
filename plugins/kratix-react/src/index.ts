export * from './api';
export * from './formats';
export * from './loadable';
export {
  kratixMarketplaceTranslationRef,
  type KratixMarketplaceT,
} from './marketplace/translation';
export { kratixTranslationRef } from './translation';
export * from './components';
export * from './health';
export * from './placements';
export * from './platforms';
export * from './promises';
export * from './requests';
export * from './versions';

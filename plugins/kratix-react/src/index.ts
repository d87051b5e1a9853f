export * from './api';
export * from './formats';
export * from './loadable';
export {
  kratixMarketplaceTranslationRef,
  useKratixMarketplaceTranslation,
  type KratixMarketplaceT,
} from './marketplace/translation';
export type {
  NamesInText,
  TextFunction,
  TextKey,
  TextParameter,
  TextPlural,
  TextValues,
} from './textFunction';
export {
  kratixTranslationRef,
  useKratixTranslation,
  type KratixT,
} from './translation';
export * from './components';
export * from './health';
export * from './placements';
export * from './platforms';
export * from './promises';
export * from './requests';
export * from './versions';

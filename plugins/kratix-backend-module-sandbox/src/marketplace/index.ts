export { embeddedMarketplaceModule } from './embeddedMarketplace';
export { embeddedSourceType, readEmbedded } from './embeddedSource';

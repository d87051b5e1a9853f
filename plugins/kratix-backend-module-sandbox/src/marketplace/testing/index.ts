export { embeddedReading, sharedReading, withoutShared } from './marketplaces';

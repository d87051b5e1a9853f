export {
  embeddedReading,
  sharedReading,
  sharedTemplate,
  withoutShared,
} from './marketplaces';

import {
  destinationDetailSchema,
  listingDetailSchema,
  listingViewSchema,
  marketplaceSourceViewSchema,
  platformViewSchema,
  promiseDetailSchema,
  requestDetailSchema,
  requestTraceSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aFailedDescription } from './descriptions';
import { aListingDetail, aListingView, aSourceView } from './marketplaceViews';
import {
  aDestinationDetail,
  aPlatformView,
  aPromiseDetail,
  aRequestDetail,
  aRequestTrace,
} from './views';

describe('what tests are fed with is what the backend may send', () => {
  it.each([
    ['a request', requestDetailSchema, aRequestDetail()],
    [
      'a failed request',
      requestDetailSchema,
      aRequestDetail({ description: aFailedDescription() }),
    ],
    ['what is related', requestTraceSchema, aRequestTrace()],
    ['a Promise', promiseDetailSchema, aPromiseDetail()],
    ['a Destination', destinationDetailSchema, aDestinationDetail()],
    ['a platform', platformViewSchema, aPlatformView()],
    ['a source', marketplaceSourceViewSchema, aSourceView()],
    ['a listing on a card', listingViewSchema, aListingView()],
    ['a listing', listingDetailSchema, aListingDetail()],
  ])('%s', (_name, schema, value) => {
    expect(schema.safeParse(value).error).toBeUndefined();
  });
});

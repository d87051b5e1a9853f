import {
  destinationDetailSchema,
  installationViewSchema,
  listingDetailSchema,
  listingViewSchema,
  marketplaceSourceViewSchema,
  platformViewSchema,
  preflightReportSchema,
  promiseDetailSchema,
  requestDetailSchema,
  requestTraceSchema,
  uninstallImpactSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aFailedDescription } from './descriptions';
import {
  anImpact,
  anInstallation,
  anUpgrade,
  aPreflightReport,
} from './installViews';
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
    ['a preflight', preflightReportSchema, aPreflightReport()],
    [
      'the preflight of an upgrade',
      preflightReportSchema,
      aPreflightReport({ kind: 'upgrade', upgrade: anUpgrade() }),
    ],
    ['an installation', installationViewSchema, anInstallation()],
    ['what an uninstall takes along', uninstallImpactSchema, anImpact()],
  ])('%s', (_name, schema, value) => {
    expect(schema.safeParse(value).error).toBeUndefined();
  });
});

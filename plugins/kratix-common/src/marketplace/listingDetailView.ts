import { stringify } from 'yaml';
import type { ListingDetail } from '../api';
import type { KubeObject } from '../kube';
import { apiOfPromise, apiPage } from '../promises';
import { folderOf } from './layout';
import { listingView, type ListingViewInput } from './listingView';
import type { MarketplaceListing } from './types';

/** What the page of a listing is made from. @public */
export interface ListingDetailInput
  extends ListingViewInput,
    Pick<
      ListingDetail,
      | 'readme'
      | 'externalImages'
      | 'webUrl'
      | 'promiseUrl'
      | 'revision'
      | 'readAt'
      | 'others'
      | 'allowed'
    > {
  annotationPrefix: string;
}

/** The page of one listing. @public */
export function listingDetailView(input: ListingDetailInput): ListingDetail {
  const { listing, readme, webUrl, promiseUrl, revision, readAt } = input;
  const { promise } = listing;
  const page = apiPage(promise, apiOfPromise(promise), input.annotationPrefix);
  const { author, ...generated } = page.examples ?? {};
  return {
    ...listingView(input),
    ...(readme && { readme }),
    readmeFolder: folderOf(listing.readme ?? listing.path),
    images: listing.readmeImages.filter(path => input.images.has(path)),
    externalImages: input.externalImages,
    path: listing.path,
    ...(webUrl && { webUrl }),
    ...(promiseUrl && { promiseUrl }),
    ...(revision && { revision }),
    ...(readAt && { readAt }),
    manifest: yamlOf(promise),
    fields: page.fields,
    ...(page.schema !== undefined && { schema: page.schema }),
    ...(page.hints && { hints: page.hints }),
    examples: { byAuthor: byAuthor(listing, author), ...generated },
    pipelineImages: listing.images,
    rights: listing.rights,
    dependencies: listing.dependencies,
    destinationSelectors: listing.destinationSelectors,
    others: input.others,
    findings: input.allowed.install ? listing.findings : [],
    allowed: input.allowed,
  };
}

/** Those beside it, then the one that the Promise itself holds. */
function byAuthor(
  { path, examples }: MarketplaceListing,
  own: string | undefined,
): ListingDetail['examples']['byAuthor'] {
  return [
    ...examples.map(one => ({
      path: one.path,
      yaml: yamlOf(asWritten(one.object)),
    })),
    ...(own === undefined ? [] : [{ path, yaml: own }]),
  ];
}

/** An example may leave its name to who takes it. */
function asWritten(object: KubeObject): object {
  const { metadata, ...rest } = object;
  const { name, ...more } = metadata;
  if (name) return object;
  const { apiVersion, kind, ...fields } = rest;
  const hasMore = Object.keys(more).length > 0;
  return {
    apiVersion,
    kind,
    ...(hasMore && { metadata: more }),
    ...fields,
  };
}

function yamlOf(object: object): string {
  return stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 });
}

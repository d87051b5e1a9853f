import {
  marketplaceSteps,
  type MarketplaceFinding,
  type MarketplaceListing,
  type MarketplaceReading,
  type MarketplaceSourceView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { MarketplaceSourceFile } from '@kratix-portal/backstage-plugin-kratix-node';
import { Turns } from '../../http/Turns';
import type { SourceSnapshot } from '../types';
import type { LargeFiles } from './LargeFiles';
import type { SourceState } from './MarketplaceStore';

/** What a source offers: all of a snapshot but how the source is. @internal */
export type SourceOffer = Omit<SourceSnapshot, 'view' | 'revision'>;

/**
 * What the files of a source offer. Takes turns with whatever else the process
 * has to do: a thousand listings are a second of work. Files that take longer
 * than a turn are read beside it; where one of them took too much, the offer is
 * unfinished.
 *
 * @internal
 */
export async function offerOf(options: {
  source: string;
  files: readonly MarketplaceSourceFile[];
  /** Paths. */
  images: readonly string[];
  findings: readonly MarketplaceFinding[];
  annotationPrefix: string;
  large: Pick<LargeFiles, 'read'>;
}): Promise<{ offer: SourceOffer; unfinished: boolean }> {
  const { source, files, images, findings, annotationPrefix } = options;
  const { documents, unfinished } = await options.large.read(files);
  const reading = await inTurns(
    marketplaceSteps(files, {
      annotationPrefix,
      images,
      documents,
      unread: findings
        .filter(({ severity }) => severity === 'broken')
        .map(({ path, text }) => ({ path, problem: text })),
    }),
  );
  const byPath = new Map(files.map(file => [file.path, file]));
  const offer = {
    listings: reading.listings.map(listing => {
      const file = byPath.get(listing.path);
      const { webUrl } = file ?? {};
      const publicUrl = file?.publicUrl ?? releaseUrlOf(listing);
      return {
        source,
        listing: withWordsOfSource(listing, file, findings),
        ...(webUrl && { webUrl }),
        ...(publicUrl && { publicUrl }),
      };
    }),
    broken: reading.broken.map(one => ({ ...one, source })),
    images,
  };
  return { offer, unfinished };
}

async function inTurns(
  steps: Generator<void, MarketplaceReading, void>,
): Promise<MarketplaceReading> {
  const turns = new Turns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (turns.due) await turns.give();
  }
}

/** A release beside the Promise says where Kratix is meant to fetch it. */
function releaseUrlOf(listing: MarketplaceListing): string | undefined {
  const { releases, version } = listing;
  return releases.find(
    ({ url, version: released }) =>
      url !== undefined &&
      /^https?:\/\//.test(url) &&
      (released === undefined || released === version),
  )?.url;
}

function withWordsOfSource(
  listing: MarketplaceListing,
  file: MarketplaceSourceFile | undefined,
  findings: readonly MarketplaceFinding[],
): MarketplaceListing {
  const { path, readme, logo, examples } = listing;
  const own = [path, readme, logo, ...examples.map(one => one.path)];
  const about = findings.filter(one => own.includes(one.path));
  const summary = listing.summary ?? file?.summary;
  if (about.length === 0 && summary === listing.summary) return listing;
  return {
    ...listing,
    ...(summary && { summary }),
    findings: [...listing.findings, ...about],
  };
}

/**
 * How a source is, for those who look at the marketplace.
 *
 * @internal
 */
export function sourceViewOf(
  source: { id: string; title: string; type: string },
  state: SourceState | undefined,
  offer: SourceOffer,
): MarketplaceSourceView {
  const { readAt, failingSince, problem } = state ?? {};
  const { id, title, type } = source;
  const settled = readAt ? 'ready' : 'waiting';
  return {
    id,
    title,
    type,
    state: problem ? 'failed' : settled,
    listings: offer.listings.length,
    broken: offer.broken.length,
    ...(readAt && { readAt }),
    ...(failingSince && { failingSince }),
    ...(problem && { problem }),
  };
}

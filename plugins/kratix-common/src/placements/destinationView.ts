import type { DestinationDescription, DestinationView } from '../api';
import { destinationEntityRef } from '../catalog';
import {
  asText,
  conditionOf,
  hasSwitch,
  latestTime,
  nameOf,
  textAt,
  textMap,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { storeRefOf } from './stores';
import { writeOf } from './writes';

/** What the view of a Destination is made from. @public */
export interface DestinationViewInput {
  platform: string;
  destination: KubeObject;
  stateStore?: KubeObject;
  /** WorkPlacements on it. */
  placements: readonly KubeObject[];
  description: DestinationDescription;
}

/** A Destination as lists show it, without anything secret. @public */
export function destinationView(input: DestinationViewInput): DestinationView {
  const { platform, destination, placements, description } = input;
  const name = nameOf(destination);
  const ready = conditionOf(destination, 'Ready');
  const failing = placements.filter(
    placement => writeOf(placement, undefined).state === 'failed',
  );
  return {
    platform,
    name,
    labels: textMap(valueAt(destination, 'metadata', 'labels')),
    path: textAt(destination, 'spec', 'path'),
    strict: valueAt(destination, 'spec', 'strictMatchLabels') === true,
    previewOnly: hasSwitch(destination, kratixLabels.dryRun),
    cleanup: textAt(destination, 'spec', 'cleanup'),
    filepathMode: textAt(destination, 'spec', 'filepath', 'mode'),
    description: {
      ...description,
      causes: description.causes.map(cause => ({ ...cause, evidence: [] })),
    },
    store: storeView(destination, input.stateStore),
    counts: { placements: placements.length, failing: failing.length },
    lastWrite: latestTime(...placements.map(writtenAt)),
    checkedAt: ready?.lastTransitionTime,
    entityRef: destinationEntityRef(platform, name),
  };
}

function writtenAt(placement: KubeObject): string | undefined {
  const condition = conditionOf(placement, 'WriteSucceeded');
  return condition?.status === 'True'
    ? condition.lastTransitionTime
    : undefined;
}

function storeView(
  destination: KubeObject,
  store: KubeObject | undefined,
): DestinationView['store'] {
  const ref = storeRefOf(destination);
  if (!ref) return undefined;
  return {
    ...ref,
    location: locationOf(store),
    branch: textAt(store, 'spec', 'branch'),
    path: textAt(store, 'spec', 'path'),
    authMethod: textAt(store, 'spec', 'authMethod'),
  };
}

function locationOf(store: KubeObject | undefined): string | undefined {
  const url = textAt(store, 'spec', 'url');
  if (url) return withoutCredentials(url);
  const endpoint = textAt(store, 'spec', 'endpoint');
  const bucket = textAt(store, 'spec', 'bucketName');
  const parts = [endpoint && withoutCredentials(endpoint), bucket];
  return asText(parts.filter(part => part).join('/'));
}

/** Some put a token into a repository's URL; a user name alone may be one. */
function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^\s/@]+@/i, (whole, scheme) =>
    // `git@host:path` is how ssh is written, and no secret.
    scheme === undefined && whole === 'git@' ? whole : scheme ?? '',
  );
}

import type { MarketplaceFinding } from '../api';
import {
  asText,
  isRecord,
  labelOf,
  listAt,
  nameOf,
  recordAt,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { selectorsIn } from '../placements';
import { apiOfPromise, promiseTexts, type OfferedApiResult } from '../promises';
import { imagesOf, rightsOf } from './pipelineAsks';
import type { ReadmeWords } from './readmeWords';
import type { MarketplaceListing } from './types';

/** What a listing is made from. @internal */
export interface ListingInput {
  path: string;
  folder: string;
  line: number;
  promise: KubeObject;
  words: ReadmeWords;
  annotationPrefix: string;
}

/**
 * What one Promise document says of itself; what lies beside it comes later.
 *
 * @internal
 */
export function listingOf(
  input: ListingInput,
): Omit<
  MarketplaceListing,
  'entry' | 'readme' | 'logo' | 'readmeImages' | 'examples' | 'releases'
> {
  const { path, folder, promise, words } = input;
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const texts = promiseTexts(promise, api, input.annotationPrefix);
  const summary = texts.summary ?? words.summary;
  const version = labelOf(promise, kratixLabels.promiseVersion);
  const images = imagesOf(promise);
  return {
    folder,
    path,
    name: nameOf(promise),
    title: hasTitle(promise, input.annotationPrefix)
      ? texts.title
      : words.title ?? texts.title,
    ...(summary && { summary }),
    ...(texts.category && { category: texts.category }),
    ...(version && { version }),
    promise,
    ...(api && {
      api: {
        group: api.group,
        kind: api.kind,
        version: api.version,
        plural: api.plural,
      },
    }),
    requires: requirementsOf(promise),
    images,
    rights: rightsOf(promise),
    dependencies: dependenciesOf(promise),
    destinationSelectors: selectorsIn(
      valueAt(promise, 'spec', 'destinationSelectors'),
    ).map(({ labels }) => labels),
    findings: findingsOf(input, offered),
  };
}

/** A DNS subdomain, as every object with a file-like name has. */
function isNameOfObject(name: string): boolean {
  return (
    name.length <= 253 &&
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(
      name,
    )
  );
}

function hasTitle(promise: KubeObject, prefix: string): boolean {
  const annotations = recordAt(promise, 'metadata', 'annotations');
  return [`${prefix}title`, 'ske.backstage.component/title'].some(
    key => asText(annotations[key]) !== undefined,
  );
}

function requirementsOf(promise: KubeObject): MarketplaceListing['requires'] {
  return listAt(promise, 'spec', 'requiredPromises').flatMap(one => {
    const name = textAt(one, 'name');
    const version = textAt(one, 'version');
    return name ? [{ name, ...(version && { version }) }] : [];
  });
}

function dependenciesOf(
  promise: KubeObject,
): MarketplaceListing['dependencies'] {
  const counts = new Map<string, number>();
  for (const one of listAt(promise, 'spec', 'dependencies')) {
    const kind = textAt(one, 'kind');
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function findingsOf(
  { path, line, promise }: ListingInput,
  offered: OfferedApiResult,
): MarketplaceFinding[] {
  const findings: MarketplaceFinding[] = [];
  const say = (severity: MarketplaceFinding['severity'], text: string) =>
    findings.push({ severity, path, line, text });
  const { metadata } = promise;
  if (!isNameOfObject(metadata.name)) {
    say('broken', 'Its metadata.name is none that Kubernetes takes.');
  }
  if ('reason' in offered && offered.reason !== 'none') {
    say('broken', `Its spec.api can't be used: ${offered.detail}.`);
  }
  if (!labelOf(promise, kratixLabels.promiseVersion)) {
    say(
      'note',
      `It has no version: label it ${kratixLabels.promiseVersion} to make upgrades visible.`,
    );
  }
  const declared = textAt(promise, 'spec', 'api', 'apiVersion');
  if (declared && declared !== 'apiextensions.k8s.io/v1') {
    say('warning', `Its spec.api says ${declared}; Kratix reads it as v1.`);
  }
  if (metadata.namespace) {
    say('warning', 'It names a namespace, though Promises have none.');
  }
  if ('api' in offered) {
    const { kind, schema } = offered.api;
    if (!/^[A-Z][A-Za-z0-9]*$/.test(kind)) {
      say('note', `Its kind is ${kind}; kinds are written like Redis.`);
    }
    const spec = valueAt(schema, 'properties', 'spec');
    if (!isRecord(valueAt(spec, 'properties'))) {
      say('note', 'Its API names no fields: its form is YAML.');
    }
  }
  for (const { image, container, mutable } of imagesOf(promise)) {
    if (mutable) {
      say(
        'warning',
        `Container ${container} runs ${image || 'no image'}, which can change.`,
      );
    }
  }
  for (const right of rightsOf(promise)) {
    if (right.clusterWide && right.readsSecrets) {
      say('warning', `${right.pipeline} reads Secrets in all namespaces.`);
    }
  }
  return findings;
}

import {
  kratixLabels,
  labelOf,
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Platform,
  PlatformChange,
} from '@kratix-portal/backstage-plugin-kratix-node';
import {
  sourceOf,
  type PlatformEntities,
  type Source,
} from './PlatformEntities';

/**
 * The sources whose entities a change may have touched: those of the objects
 * themselves, and of the requests whose owner or kind they decide.
 *
 * @internal
 */
export function affectedSources(
  change: PlatformChange,
  platform: Platform,
  entities: PlatformEntities,
): Source[] {
  const sources = new Set<Source>();
  const add = (...more: Source[]) => more.forEach(one => sources.add(one));
  for (const { object, kind, type, previous } of change.objects) {
    const { name, namespace } = object.metadata;
    switch (kind) {
      case 'platform.kratix.io/promises':
        add(sourceOf.promise(name));
        if (apiChanged(object, previous)) {
          add(...requestsOfPromise(name, platform, entities));
        }
        break;
      case 'platform.kratix.io/destinations':
        add(sourceOf.destination(name));
        break;
      case 'apiextensions.k8s.io/customresourcedefinitions': {
        // What a Promise's form is drawn from where its own API has no schema.
        const promise = labelOf(object, kratixLabels.promiseName);
        if (promise) add(sourceOf.promise(promise));
        break;
      }
      case '/namespaces':
        if (type !== 'DELETED') {
          add(...entities.requestSources({ namespace: name }));
        }
        break;
      default: {
        const crd = crdOf(kind);
        add(sourceOf.request(crd, namespace ?? '-', name));
      }
    }
  }
  return [...sources];
}

/** `group/plural` as the name of the CRD: `plural.group`. */
function crdOf(kind: string): string {
  const [group, plural] = kind.split('/');
  return `${plural}.${group}`;
}

function requestsOfPromise(
  name: string,
  platform: Platform,
  entities: PlatformEntities,
): Source[] {
  return platform
    .requestKinds()
    .filter(({ promise }) => promise === name)
    .flatMap(({ crd }) => entities.requestSources({ crd }));
}

/** Compared as text: cheap enough, and Promises change seldom. */
function apiChanged(now: KubeObject, before: KubeObject | undefined): boolean {
  return stringifyExact(now.spec) !== stringifyExact(before?.spec);
}

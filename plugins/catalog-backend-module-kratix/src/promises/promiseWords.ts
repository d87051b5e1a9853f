import {
  annotationOf,
  apiOfPromise,
  type KubeObject,
  labelOf,
  promiseTexts,
  fullEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { type EntityOptions, entityRefsOf, noOwner, tagsOf } from '../catalog';

/** What a Promise's author says about it, for people and for the catalog. @internal */
export interface PromiseWords {
  title: string;
  description?: string;
  tags: string[];
  lifecycle: string;
  owner: string;
  system?: string;
}

/**
 * Reads our own annotations first, then those that other Kratix portals have
 * made customary.
 *
 * @param part - which of the Promise's entities is meant
 * @internal
 */
export function promiseWords(
  promise: KubeObject,
  { platform, annotationPrefix }: EntityOptions,
  part: 'component' | 'template' = 'component',
): PromiseWords {
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const texts = promiseTexts(promise, api, annotationPrefix);
  const theirs = (key: string) => customary(promise, part, key);
  const ours = (key: string) => annotationOf(promise, annotationPrefix + key);
  const owner = ours('owner') ?? theirs('owner') ?? texts.owner;
  return {
    title: ours('title') ?? theirs('title') ?? texts.title,
    description: ours('summary') ?? theirs('description') ?? texts.summary,
    tags: tagsOf([texts.category, theirs('tags')].filter(Boolean).join(',')),
    lifecycle: theirs('lifecycle') ?? 'production',
    owner: fullEntityRef(owner, 'group') ?? platform.owner ?? noOwner,
    system: fullEntityRef(ours('system') ?? theirs('system'), 'system'),
  };
}

/** Relations that the author declares by the customary annotations. @internal */
export function promiseRelations(promise: KubeObject): {
  subcomponentOf?: string;
  providesApis: string[];
  consumesApis: string[];
  dependsOn: string[];
} {
  const refs = (key: string, kind: string) =>
    entityRefsOf(customary(promise, 'component', key), kind);
  return {
    subcomponentOf: refs('subcomponentOf', 'component').at(0),
    providesApis: refs('providesApis', 'api'),
    consumesApis: refs('consumesApis', 'api'),
    dependsOn: refs('dependsOn', 'component'),
  };
}

function customary(
  promise: KubeObject,
  part: 'component' | 'template',
  key: string,
): string | undefined {
  const name = `ske.backstage.${part}/${key}`;
  return annotationOf(promise, name) ?? labelOf(promise, name);
}

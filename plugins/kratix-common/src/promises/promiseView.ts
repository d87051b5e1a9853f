import type { PromiseDescription, PromiseView } from '../api';
import { promiseEntityRef } from '../catalog';
import {
  createdAt,
  labelOf,
  listAt,
  nameOf,
  textAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { contentHash } from './contentHash';
import { addressOf } from './apiAddress';
import { apiOfPromise } from './apiOfPromise';
import { promiseOwner } from './promiseOwner';
import { promiseTexts } from './promiseTexts';

/** What the view of a Promise is made from. @public */
export interface PromiseViewInput {
  platform: string;
  promise: KubeObject;
  description: PromiseDescription;
  /** Names of the Promises on the platform. */
  promiseNames: ReadonlySet<string>;
  /** Any HealthRecord speaks of this Promise. */
  reportsHealth: boolean;
  /** Owner of the platform: of what names no other. */
  platformOwner?: string;
  /** Of the portal's annotations, ending in a slash. */
  annotationPrefix: string;
}

/**
 * A Promise as lists show it, without counts: they depend on who asks.
 *
 * @public
 */
export function promiseView(input: PromiseViewInput): PromiseView {
  const { platform, promise, description } = input;
  const name = nameOf(promise);
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const texts = promiseTexts(promise, api, input.annotationPrefix);
  return {
    platform,
    name,
    title: texts.title,
    summary: texts.summary,
    icon: texts.icon,
    category: texts.category,
    version: description.version,
    owner: promiseOwner(texts, input.platformOwner),
    createdAt: createdAt(promise),
    description: withoutEvidence(description),
    api: api && addressOf(api),
    requiredBy: requiredBy(promise, input.promiseNames),
    releaseName: labelOf(promise, kratixLabels.promiseReleaseName),
    apiHash: api && contentHash(api),
    reportsHealth: input.reportsHealth,
    entityRef: promiseEntityRef('component', platform, name),
    templateRef:
      texts.templateRef ??
      (api && promiseEntityRef('template', platform, name)),
  };
}

/** Kratix never prunes this list, so it is held against what there is. */
function requiredBy(
  promise: KubeObject,
  promiseNames: ReadonlySet<string>,
): string[] {
  const names = listAt(promise, 'status', 'requiredBy').flatMap(entry => {
    const name = textAt(entry, 'promise', 'name');
    return name && promiseNames.has(name) ? [name] : [];
  });
  return [...new Set(names)].sort();
}

/** Lists need what is wrong, not how it is known. */
function withoutEvidence(description: PromiseDescription): PromiseDescription {
  return {
    ...description,
    causes: description.causes.map(cause => ({ ...cause, evidence: [] })),
  };
}

import type { UninstallImpact } from '../../api';
import { listAt, nameOf, textAt, type KubeObject } from '../../kube';
import { apiOfPromise, promiseOwner, promiseTexts } from '../../promises';
import type { UninstallFacts } from './uninstallImpact';

type Dependent = UninstallImpact['dependents'][number];

/** Promises that require this one, and who has to be told. @internal */
export function uninstallDependents(facts: UninstallFacts): Dependent[] {
  const { name, promises = [] } = facts;
  return promises
    .filter(
      other =>
        nameOf(other) !== name &&
        listAt(other, 'spec', 'requiredPromises').some(
          one => textAt(one, 'name') === name,
        ),
    )
    .map(other => dependent(other, facts))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function dependent(promise: KubeObject, facts: UninstallFacts): Dependent {
  const name = nameOf(promise);
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const texts = promiseTexts(promise, api, facts.annotationPrefix);
  const owner = promiseOwner(texts, facts.platformOwner);
  const requests = facts.requestsOf(name);
  return {
    name,
    title: texts.title,
    ...(owner && { owner }),
    ...(requests !== undefined && { requests }),
  };
}

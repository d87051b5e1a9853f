import type { UninstallImpact } from '../../api';
import { listAt, nameOf, textAt, type KubeObject } from '../../kube';
import { apiOfPromise, promiseOwner, promiseTexts } from '../../promises';
import type { UninstallFacts } from './uninstallImpact';

type Dependents = UninstallImpact['dependents'];

/** Who has more of them asks their teams, not this list. */
const mostDependents = 20;

/** Promises that require this one, and who has to be told. @internal */
export function uninstallDependents(facts: UninstallFacts): Dependents {
  const { name, promises = [] } = facts;
  const found = promises
    .filter(
      other =>
        nameOf(other) !== name &&
        listAt(other, 'spec', 'requiredPromises').some(
          one => textAt(one, 'name') === name,
        ),
    )
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return {
    total: found.length,
    items: found.slice(0, mostDependents).map(other => dependent(other, facts)),
  };
}

function dependent(
  promise: KubeObject,
  facts: UninstallFacts,
): Dependents['items'][number] {
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

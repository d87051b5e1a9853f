import type { ApiChange } from '../../api';
import { rulesOf } from '../cel/rules';
import { sameJsonValue } from '../sameValue';
import { schemasOf, textsOf } from '../reading';
import type { OpenApiSchema, ValidationRule } from '../types';
import { changeOf, type SchemaPair } from './pair';

/** Rules that tie fields together, and what lists promise. @internal */
export function ruleChanges(pair: SchemaPair): ApiChange[] {
  return [...celChanges(pair), ...listChanges(pair), ...resourceChanges(pair)];
}

/**
 * Nothing but that a field is fixed, in the usual spellings: told as such
 * elsewhere.
 */
function isOnlyFixing({ rule, optionalOldSelf }: ValidationRule): boolean {
  const [one, other, ...more] = rule.split('==').map(side => side.trim());
  if (other === undefined || more.length > 0 || optionalOldSelf) return false;
  const path = (side: string) =>
    /^(self|oldSelf)((?:\.\w+)*)$/.exec(side)?.slice(1) ?? ['', side];
  const [first, firstPath] = path(one);
  const [second, secondPath] = path(other);
  const sides = [first, second].sort().join(' ');
  return sides === 'oldSelf self' && firstPath === secondPath;
}

function celRules(schema: OpenApiSchema): Map<string, ValidationRule> {
  return new Map(
    rulesOf(schema)
      .filter(rule => !isOnlyFixing(rule))
      .map(rule => [
        `${rule.optionalOldSelf === true} ${rule.rule.trim()}`,
        rule,
      ]),
  );
}

const wordsOf = ({ rule, message }: ValidationRule) =>
  typeof message === 'string' && message !== '' ? message : rule;

function celChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const were = celRules(before);
  const are = celRules(after);
  const added = [...are].filter(([key]) => !were.has(key));
  const removed = [...were].filter(([key]) => !are.has(key));
  return [
    ...added.map(([, rule]) =>
      changeOf('rule-added', path, true, { after: wordsOf(rule) }),
    ),
    ...removed.map(([, rule]) =>
      changeOf('rule-removed', path, false, { before: wordsOf(rule) }),
    ),
  ];
}

/** That no two items are the same, and by what. */
function promiseOfList(schema: OpenApiSchema): string | undefined {
  const type = schema['x-kubernetes-list-type'];
  if (type === 'set') return 'no item twice';
  if (type !== 'map') return undefined;
  const keys = textsOf(schema['x-kubernetes-list-map-keys']);
  return `no two items with the same ${[...keys].sort().join(', ')}`;
}

function listChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const was = promiseOfList(before);
  const is = promiseOfList(after);
  if (was === is) return [];
  const values = { before: was, after: is };
  return is === undefined
    ? [changeOf('rule-removed', path, false, values)]
    : [changeOf('rule-added', path, true, values)];
}

function resourceChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const keyword = 'x-kubernetes-embedded-resource';
  const was = before[keyword] === true;
  const is = after[keyword] === true;
  if (was === is) return [];
  const words = 'a whole object of Kubernetes';
  // What is one no more loses its apiVersion, kind and metadata.
  return is
    ? [changeOf('rule-added', path, true, { after: words })]
    : [changeOf('rule-removed', path, true, { before: words })];
}

/**
 * Shapes beside the fields. What is in them is told as a whole: which values
 * they let pass together can't be read off their parts.
 *
 * @internal
 */
export function shapeChanges(pair: SchemaPair): ApiChange[] {
  return [
    ...allOfChanges(pair),
    ...alternativeChanges(pair, 'anyOf'),
    ...alternativeChanges(pair, 'oneOf'),
    ...notChanges(pair),
  ];
}

function missingIn(list: unknown[], from: unknown[]): unknown[] {
  return from.filter(one => !list.some(other => sameJsonValue(one, other)));
}

function allOfChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const were = schemasOf(before.allOf);
  const are = schemasOf(after.allOf);
  return [
    ...missingIn(were, are).map(shape =>
      changeOf('rule-added', path, true, { after: shape }),
    ),
    ...missingIn(are, were).map(shape =>
      changeOf('rule-removed', path, false, { before: shape }),
    ),
  ];
}

function alternativeChanges(
  { before, after, path }: SchemaPair,
  keyword: 'anyOf' | 'oneOf',
): ApiChange[] {
  const were = schemasOf(before[keyword]);
  const are = schemasOf(after[keyword]);
  if (sameJsonValue(were, are)) return [];
  const values = {
    before: were.length > 0 ? were : undefined,
    after: are.length > 0 ? are : undefined,
  };
  if (are.length === 0) return [changeOf('rule-removed', path, false, values)];
  if (were.length === 0) return [changeOf('rule-added', path, true, values)];
  // One more of several is no harm, but to a value of which just one may fit.
  const isWider = keyword === 'anyOf' && missingIn(are, were).length === 0;
  return [changeOf('pattern-changed', path, !isWider, values)];
}

function notChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const values = { before: before.not, after: after.not };
  if (sameJsonValue(before.not, after.not)) return [];
  if (after.not === undefined) {
    return [changeOf('rule-removed', path, false, values)];
  }
  const kind = before.not === undefined ? 'rule-added' : 'pattern-changed';
  return [changeOf(kind, path, true, values)];
}

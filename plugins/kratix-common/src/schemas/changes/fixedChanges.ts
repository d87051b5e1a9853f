import type { ApiChange } from '../../api';
import { fixedBy, fixedFieldsBy } from '../fixed';
import { propertiesOf, schemaOf } from '../reading';
import type { OpenApiSchema } from '../types';
import { changeOf } from './pair';

const deepest = 60;

/**
 * Fields that can't change any more once they are set, or now can. Wherever
 * the rule is written: at the field or at one above it.
 *
 * @internal
 */
export function fixedChanges(
  before: OpenApiSchema,
  after: OpenApiSchema,
): ApiChange[] {
  const was = surveyOf(before);
  const is = surveyOf(after);
  const now = [...is.fixed].filter(
    // What was not there before is not fixed now, but new.
    ([path]) => !was.fixed.has(path) && was.paths.has(path),
  );
  const noMore = [...was.fixed].filter(
    ([path]) => !is.fixed.has(path) && is.paths.has(path),
  );
  return [
    ...now.map(([path, message]) =>
      changeOf('now-fixed', path, true, { after: message }),
    ),
    ...noMore.map(([path, message]) =>
      changeOf('rule-removed', path, false, {
        before: message ?? 'It can not change once it is set.',
      }),
    ),
  ];
}

interface Survey {
  paths: Set<string>;
  fixed: Map<string, string | undefined>;
}

function surveyOf(root: OpenApiSchema): Survey {
  const survey: Survey = { paths: new Set(), fixed: new Map() };
  visit(root, '', 0, survey);
  return survey;
}

const joined = (path: string, name: string) =>
  path ? `${path}.${name}` : name;

function visit(
  schema: OpenApiSchema,
  path: string,
  depth: number,
  survey: Survey,
): void {
  if (depth > deepest) return;
  survey.paths.add(path);
  const own = fixedBy(schema);
  if (own) survey.fixed.set(path, own.message);
  for (const { path: below, message } of fixedFieldsBy(schema)) {
    survey.fixed.set(below.reduce(joined, path), message);
  }
  for (const [name, one] of propertiesOf(schema)) {
    if (path === '' && name === 'status') continue;
    visit(one, joined(path, name), depth + 1, survey);
  }
  const values = schemaOf(schema.additionalProperties);
  if (values) visit(values, `${path}{}`, depth + 1, survey);
  const items = schemaOf(schema.items);
  // Of other lists a server can't tell what an item was before.
  if (items && schema['x-kubernetes-list-type'] === 'map') {
    visit(items, `${path}[]`, depth + 1, survey);
  }
}

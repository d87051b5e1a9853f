import { propertiesOf, schemaOf } from './reading';
import { Rules } from './cel/rules';
import { pruned } from './shape';
import type { OpenApiSchema, SchemaProblem, ValuePath } from './types';
import { validateAsServer } from './validate';

/** A default that its own schema refuses. @public */
export interface DefaultProblem {
  /** Where the default is in the schema, `default` included. */
  at: ValuePath;
  value: unknown;
  /** Fields that the schema does not know, from the default. */
  unknown: ValuePath[];
  /** What else is wrong in it; paths are from the default. */
  problems: SchemaProblem[];
}

/**
 * The defaults that break their own schema. An API server refuses a CRD that
 * has one; a Promise can still carry it.
 *
 * @public
 */
export function defaultProblems(schema: OpenApiSchema): DefaultProblem[] {
  return problemsIn(schema, [], new Rules({ erringRefuse: true }));
}

function problemsIn(
  schema: OpenApiSchema,
  path: ValuePath,
  rules: Rules,
): DefaultProblem[] {
  const items = schemaOf(schema.items);
  return [
    ...ownProblems(schema, path, rules),
    ...(items ? problemsIn(items, [...path, 'items'], rules) : []),
    ...propertiesOf(schema).flatMap(([name, one]) =>
      problemsIn(one, [...path, 'properties', name], rules),
    ),
  ];
}

function ownProblems(
  schema: OpenApiSchema,
  path: ValuePath,
  rules: Rules,
): DefaultProblem[] {
  const value = schema.default;
  // A default of null is none.
  if (value === undefined || value === null) return [];
  const unknown: ValuePath[] = [];
  // Wrapped, since the fields of a whole resource are kept at the top.
  pruned({ value }, { properties: { value: schema } }, field =>
    unknown.push(field.slice(1)),
  );
  const wrong = validateAsServer({ value, path: [] }, schema);
  const problems =
    wrong.length > 0 ? wrong : rules.problems({ value, schema, path: [] });
  return problems.length > 0 || unknown.length > 0
    ? [{ at: [...path, 'default'], value, unknown, problems }]
    : [];
}

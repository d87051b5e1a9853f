import {
  defaultProblems,
  stringifyExact,
  type KubeStatusCause,
  type OpenApiSchema,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { causeOf } from './causes';

/** Where something is in a schema, as in causes: `.properties[a.b].default`. */
function schemaField(at: ValuePath): string {
  let isName = false;
  return at
    .map(key => {
      const part = isName ? `[${key}]` : `.${key}`;
      isName = !isName && key === 'properties';
      return part;
    })
    .join('');
}

/**
 * What is wrong with the defaults of a schema that is at `field` in a CRD.
 *
 * @internal
 */
export function defaultCauses(
  schema: OpenApiSchema,
  field: string,
): KubeStatusCause[] {
  return defaultProblems(schema).flatMap(({ at, value, unknown, problems }) => {
    const own = `${field}${schemaField(at)}`;
    const within = problems
      .map(problem => causeOf(problem, schema))
      .map(cause => ({
        ...cause,
        field: cause.field === '<nil>' ? own : `${own}.${cause.field}`,
      }));
    const isUnknown = {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${stringifyExact(
        value,
      )}: must not have unknown fields`,
      field: own,
    };
    return unknown.length > 0 ? [isUnknown, ...within] : within;
  });
}

import {
  blocksRules,
  compileSchema,
  fieldOfPath,
  hasRules,
  type KubeObject,
  type KubeStatusCause,
  type OpenApiSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { causeOf, rulesNotChecked } from './causes';

/**
 * The schema of one version of a kind, with the words of an API server.
 *
 * @internal
 */
export interface KindSchema {
  /** Without unknown fields, of which `onUnknown` is told, with defaults. */
  shape(object: KubeObject, onUnknown?: (field: string) => void): KubeObject;
  /** What is wrong with a shaped object and was not so before. */
  check(object: KubeObject, previous?: KubeObject): KubeStatusCause[];
}

/** @internal */
export function kindSchema(schema: OpenApiSchema): KindSchema {
  const compiled = compileSchema(schema, { by: 'server' });
  const withRules = hasRules(schema);
  return {
    shape: (object, onUnknown) =>
      compiled.shape(object, path => onUnknown?.(fieldOfPath(path))),
    check(object, previous) {
      const problems = compiled.check(object, previous);
      const causes = problems.map(problem => causeOf(problem, schema));
      return withRules && blocksRules(problems)
        ? [...causes, rulesNotChecked]
        : causes;
    },
  };
}

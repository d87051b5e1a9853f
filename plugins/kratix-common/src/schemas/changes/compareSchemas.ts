import type { ApiChange } from '../../api';
import { isRecord, stringifyExact } from '../../kube';
import { sameJsonValue } from '../sameValue';
import type { OpenApiSchema } from '../types';
import { fieldChanges } from './fieldChanges';
import { fixedChanges } from './fixedChanges';
import { limitChanges } from './limitChanges';
import { changeOf, type SchemaPair } from './pair';
import { ruleChanges, shapeChanges } from './ruleChanges';
import { isAnything, itemsOf, withEnvelope } from './slots';
import { haveTypeInCommon, typeChanges } from './typeChanges';
import { valueChanges } from './valueChanges';

/** Deeper, two schemas are the same or not. */
const deepest = 60;

/**
 * What differs between two versions of an API, by `openAPIV3Schema`. A change
 * is `breaking` where some object that was valid is not any more, loses a
 * field, means something else by leaving one out, or can no longer be edited
 * as before. Without any such change every object that was valid still is.
 * Total. The schema of `status` is left out.
 *
 * @public
 */
export function compareSchemas(before: unknown, after: unknown): ApiChange[] {
  const was: OpenApiSchema = isRecord(before) ? before : {};
  const is: OpenApiSchema = isRecord(after) ? after : {};
  if (sameJsonValue(was, is)) return [];
  return [
    ...compareNodes({
      before: withEnvelope(was),
      after: withEnvelope(is),
      path: '',
      depth: 0,
      shapes: '',
    }),
    ...fixedChanges(was, is),
  ];
}

function compareNodes(pair: SchemaPair): ApiChange[] {
  const { before, after, path, depth } = pair;
  if (depth > deepest) {
    return sameJsonValue(before, after)
      ? []
      : [changeOf('pattern-changed', path, true)];
  }
  const types = typeChanges(pair);
  if (!haveTypeInCommon(pair)) return types;
  const shapes = pair.shapes + shapesText(after);
  const descend = (
    was: OpenApiSchema,
    is: OpenApiSchema,
    at: string,
  ): ApiChange[] => {
    const [one, other] = [was, is].map(schema =>
      schema['x-kubernetes-embedded-resource'] === true
        ? withEnvelope(schema)
        : schema,
    );
    return compareNodes({
      before: one,
      after: other,
      path: at,
      depth: depth + 1,
      shapes,
    });
  };
  return [
    ...types,
    ...valueChanges(pair),
    ...limitChanges(pair),
    ...ruleChanges(pair),
    ...shapeChanges(pair),
    ...fieldChanges({ ...pair, shapes }, descend),
    ...itemChanges(pair, descend),
  ];
}

function shapesText({ allOf, anyOf, oneOf, not }: OpenApiSchema): string {
  const shapes = [allOf, anyOf, oneOf, not].filter(one => one !== undefined);
  return shapes.length > 0 ? stringifyExact(shapes) : '';
}

function itemChanges(
  { before, after, path }: SchemaPair,
  descend: (was: OpenApiSchema, is: OpenApiSchema, at: string) => ApiChange[],
): ApiChange[] {
  const was = itemsOf(before);
  const is = itemsOf(after);
  const at = `${path}[]`;
  if (was && is) return descend(was, is, at);
  if (is && !isAnything(is)) return [changeOf('type-narrowed', at, true)];
  return was && !isAnything(was) ? [changeOf('type-widened', at, false)] : [];
}

import type { KubeObject } from './types';
import { asText } from './reading';

/** The value of a label. @public */
export function labelOf(
  object: KubeObject | undefined,
  label: string,
): string | undefined {
  return asText(object?.metadata?.labels?.[label]);
}

/** The value of an annotation. @public */
export function annotationOf(
  object: KubeObject | undefined,
  annotation: string,
): string | undefined {
  return asText(object?.metadata?.annotations?.[annotation]);
}

/** Kratix's switches are labels with the value `true`. @public */
export function hasSwitch(
  object: KubeObject | undefined,
  label: string,
): boolean {
  return labelOf(object, label) === 'true';
}

/**
 * Kratix matches `workflow-suspended` by presence, whatever its value.
 *
 * @public
 */
export function hasLabel(
  object: KubeObject | undefined,
  label: string,
): boolean {
  return typeof object?.metadata?.labels?.[label] === 'string';
}

/** Are all these labels there, with these values? Empty matches all. @public */
export function matchesLabels(
  labels: Record<string, unknown>,
  wanted: Record<string, string>,
): boolean {
  for (const key of Object.keys(wanted)) {
    if (labels[key] !== wanted[key]) return false;
  }
  return true;
}

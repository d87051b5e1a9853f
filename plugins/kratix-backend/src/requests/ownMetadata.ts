import {
  isRecord,
  redacted,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Steers Kratix; there are actions of their own for that. */
const ofKratix = /^([a-z0-9-]+\.)*kratix\.io\//;
/** `app.kubernetes.io/` is for everybody. */
const ofKubernetes = /^(?!app\.)([a-z0-9-]+\.)*(kubernetes|k8s)\.io\//;

/** Of the portal's own: by it a template knows the request that it sent. */
const sentByTemplates = 'scaffolder-task';

/**
 * Why a label or an annotation is not a person's to set; `undefined` where it
 * is.
 *
 * @internal
 */
export function reservedFor(
  key: string,
  annotationPrefix: string,
): 'Kratix' | 'Kubernetes' | 'the portal' | undefined {
  if (ofKratix.test(key)) return 'Kratix';
  if (ofKubernetes.test(key)) return 'Kubernetes';
  const ours = key.startsWith(annotationPrefix);
  return ours && key !== annotationPrefix + sentByTemplates
    ? 'the portal'
    : undefined;
}

/**
 * Where a value holds what stands for a secret that was not shown: sent back,
 * it would take the secret's place.
 *
 * @internal
 */
export function hiddenAt(value: unknown, path: string): string[] {
  if (value === redacted) return [path];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => hiddenAt(item, `${path}[${at}]`));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    hiddenAt(one, path ? `${path}.${key}` : key),
  );
}

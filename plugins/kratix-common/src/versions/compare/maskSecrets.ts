import { isRecord, isSecretKey, redacted } from '../../kube';

/**
 * A value without what Secrets hold and what environment variables that look
 * secret are set to. Everything else of a Promise is there to be read.
 *
 * @internal
 */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (!isRecord(value)) return value;
  const hidden = hiddenIn(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      hidden.includes(key) ? masked(child) : maskSecrets(child),
    ]),
  );
}

function hiddenIn({ kind, name, value }: Record<string, unknown>): string[] {
  if (kind === 'Secret') return ['data', 'stringData'];
  // `{ name: DB_PASSWORD, value: … }`
  const isSecret =
    typeof name === 'string' && typeof value === 'string' && isSecretKey(name);
  return isSecret ? ['value'] : [];
}

function masked(value: unknown): unknown {
  return isRecord(value)
    ? Object.fromEntries(Object.keys(value).map(key => [key, redacted]))
    : redacted;
}

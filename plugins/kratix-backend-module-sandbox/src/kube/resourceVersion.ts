import { badRequest, KubeStatusError, type Store } from '../store';

/** A resourceVersion as a number. @throws KubeStatusError 400 @internal */
export function parseResourceVersion(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw badRequest(
      `resourceVersion: Invalid value: ${JSON.stringify(
        text,
      )}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}

/**
 * A version that this server has not come to yet, as after it was restored
 * from a backup.
 *
 * @throws KubeStatusError 504
 * @internal
 */
export function tooLargeResourceVersion(store: Store, text: string | null) {
  if (!text) return;
  const wanted = parseResourceVersion(text);
  const current = Number(store.resourceVersion());
  if (wanted <= current) return;
  throw new KubeStatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}

import { ResponseError } from '@backstage/errors';

/** What the backend answers when it refuses. @internal */
export async function refused(
  status: number,
  error: { name: string; message: string; causes?: object[] },
): Promise<ResponseError> {
  const body = JSON.stringify({ error, response: { statusCode: status } });
  return ResponseError.fromResponse(
    new Response(body, {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

/** A call that is always refused so. @internal */
export async function refusing(
  ...refusal: Parameters<typeof refused>
): Promise<() => Promise<never>> {
  const error = await refused(...refusal);
  return async () => {
    throw error;
  };
}

/** A call that a permission denies, in these words. @internal */
export function denying(message: string): ReturnType<typeof refusing> {
  return refusing(403, { name: 'NotAllowedError', message });
}

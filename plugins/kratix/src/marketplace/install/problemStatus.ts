/** The status that the backend refused with, where it answered. @internal */
export function problemStatus(error: Error): number | undefined {
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

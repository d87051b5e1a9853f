/**
 * The engine failed at a schema, which is a fault of the engine. Whoever makes
 * forms of many Promises reports it and goes on with the next.
 *
 * @public
 */
export class FormEngineError extends Error {
  name = 'FormEngineError' as const;
  /** JSON pointer into the schema. */
  readonly pointer: string;
  /** Name of the Promise, where it was told. */
  readonly promise?: string;
  readonly reason: string;

  constructor(options: { pointer: string; promise?: string; reason: string }) {
    const { pointer, promise, reason } = options;
    const of = promise === undefined ? '' : ` of Promise '${promise}'`;
    super(`No form for the API${of}, at '${pointer || '/'}': ${reason}`);
    this.pointer = pointer;
    this.promise = promise;
    this.reason = reason;
  }

  /** The failure as it is, or of the innermost place where it was seen. */
  static at(
    pointer: string,
    error: unknown,
    promise?: string,
  ): FormEngineError {
    if (error instanceof FormEngineError) {
      if (promise === undefined || error.promise !== undefined) return error;
      return new FormEngineError({
        pointer: error.pointer,
        promise,
        reason: error.reason,
      });
    }
    const reason = error instanceof Error ? error.message : String(error);
    return new FormEngineError({ pointer, promise, reason });
  }
}

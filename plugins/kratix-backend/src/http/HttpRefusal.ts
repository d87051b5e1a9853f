import { CustomErrorBase } from '@backstage/errors';

/** What `@backstage/errors` has no class for, by name. */
const statusOf = {
  PayloadTooLargeError: 413,
  UnsupportedMediaTypeError: 415,
  TooManyStreamsError: 429,
} as const;

/**
 * A refusal with a status of its own.
 *
 * @internal
 */
export class HttpRefusal extends CustomErrorBase {
  // Read by Backstage's error middleware.
  readonly statusCode: number;

  constructor(readonly name: keyof typeof statusOf, message: string) {
    super(message);
    this.statusCode = statusOf[name];
  }
}

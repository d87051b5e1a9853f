import { InputError } from '@backstage/errors';

/**
 * A sandbox pretends: what is asked of it never comes to be. So it does not
 * start in production by oversight.
 *
 * @internal
 */
export function refuseProduction(
  options: { allowInProduction?: boolean } = {},
  nodeEnv = process.env.NODE_ENV,
) {
  if (nodeEnv !== 'production' || options.allowInProduction) return;
  throw new InputError(
    'The Kratix sandbox does not start in production: nothing that is requested from it is ever delivered. ' +
      'Remove kratix.platforms.*.sandbox from your configuration, or set kratix.sandbox.allowInProduction: true for a demonstration.',
  );
}

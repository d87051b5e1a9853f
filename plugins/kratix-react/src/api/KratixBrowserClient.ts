import {
  KratixClient,
  type KratixClientOptions,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixBrowserApi } from './kratixApiRef';
import type { LiveUpdates } from './LiveUpdates';
import { StreamUpdates } from './StreamUpdates';

const topics = ['requests', 'promises', 'destinations', 'platforms'] as const;

/**
 * The client that both frontend systems register for `kratixApiRef`. All
 * topics go over one connection: which page is open changes more often than
 * opening a stream is worth.
 *
 * @public
 */
export class KratixBrowserClient
  extends KratixClient
  implements KratixBrowserApi
{
  readonly live: LiveUpdates;

  constructor(options: KratixClientOptions) {
    super(options);
    this.live = new StreamUpdates({
      streamUrl: () => this.streamUrl({ topic: [...topics] }),
      fetch: options.fetchApi.fetch,
    });
  }
}

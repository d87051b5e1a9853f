import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Freshnesses } from '../platforms/Freshnesses';
import type { KratixLive } from './KratixLive';

/** What a service needs to answer from what is known now. @internal */
export interface LiveDeps {
  live: KratixLive;
  platforms: KratixPlatforms;
  freshness: Freshnesses;
  now?: () => number;
}

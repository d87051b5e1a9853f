import type { Behaviour } from '../types';
import { asking } from './asking';
import { changing } from './changing';
import { creating } from './creating';
import { defining } from './defining';
import { deleting } from './deleting';
import { erring } from './erring';
import { forms } from './forms';
import { hostileNames } from './hostileNames';
import { installing } from './installing';
import { judging } from './judging';
import { kratix } from './kratix';
import { listing } from './listing';
import { numbers } from './numbers';
import { offers } from './offers';
import { refusing } from './refusing';
import { serving } from './serving';
import { watching } from './watching';

/** All that we rely on. @internal */
export const behaviours: Behaviour[] = [
  ...asking,
  ...serving,
  ...creating,
  ...refusing,
  ...changing,
  ...numbers,
  ...hostileNames,
  ...erring,
  ...judging,
  ...deleting,
  ...listing,
  ...watching,
  ...defining,
  ...kratix,
  ...installing,
  ...offers,
  ...forms,
];

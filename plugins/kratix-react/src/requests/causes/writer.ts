import type { CauseId } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '../../translation';
import type { CauseReader } from '../causeReader';

/** A cause in words. @public */
export interface CauseWords {
  headline: string;
  /** Absent where the headline says it all. */
  why?: string;
  /** Begins with who. */
  next?: string;
}

/** @internal */
export type Writer = (p: CauseReader, t: KratixT) => CauseWords;

/** @internal */
export type Writers = Partial<Record<CauseId, Writer>>;

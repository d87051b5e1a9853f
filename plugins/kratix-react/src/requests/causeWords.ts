import type {
  Cause,
  CauseId,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Formats } from '../formats';
import type { KratixT } from '../translation';
import { createReader } from './causeReader';
import { deletionCauses } from './causes/deletionCauses';
import { deliveryCauses } from './causes/deliveryCauses';
import { promiseCauses } from './causes/promiseCauses';
import { stateCauses } from './causes/stateCauses';
import { stepCauses } from './causes/stepCauses';
import type { CauseWords, Writer } from './causes/writer';

/** A new cause does not compile without its words. */
const writers: Record<CauseId, Writer> = {
  ...deletionCauses,
  ...deliveryCauses,
  ...promiseCauses,
  ...stateCauses,
  ...stepCauses,
};

/** The words of a cause at a moment. Total: what is missing is left out. @public */
export function causeWords(
  cause: Cause,
  context: { t: KratixT; formats: Formats; now: number },
): CauseWords {
  return writers[cause.id](createReader(cause, context), context.t);
}

import type { Cause } from '@kratix-portal/backstage-plugin-kratix-common';
import { useFormats, useNow } from '../formats';
import { useKratixTranslation } from '../translation';
import { causeWords } from './causeWords';
import type { CauseWords } from './causes/writer';

/** Puts causes into words as of now. @public */
export function useCauseWords(): (cause: Cause) => CauseWords {
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const now = useNow();
  return cause => causeWords(cause, { t, formats, now });
}

import { RequestDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import { useMemo } from 'react';
import type { FormSource } from './formStart';

/** The request that an edit stands on, as text. @internal */
export function useBaseText(base?: FormSource): string | undefined {
  return useMemo(
    () => base && RequestDocument.ofObject(base.object).text,
    [base],
  );
}

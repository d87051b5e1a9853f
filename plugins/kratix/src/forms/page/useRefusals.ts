import {
  sameValue,
  type RequestDocument,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '../fields';
import { useOfDocument } from './useDocument';
import type { FieldRefusal } from './writeProblem';

interface Refusal extends FieldRefusal {
  /** What was refused; of another value nothing is known. */
  value: unknown;
}

const none: Refusal[] = [];

/** What the platform said of fields, while they hold what it spoke of. @internal */
export function useRefusals(document: RequestDocument): {
  refused: readonly FieldProblem[];
  setRefusals: (fields: FieldRefusal[]) => void;
} {
  const [refusals, setAll] = useState(none);
  const holds = useOfDocument(document, one =>
    refusals.map(({ path, value }) => sameValue(one.get(path), value)),
  );
  const refused = useMemo(
    () =>
      refusals
        .filter((_one, index) => holds[index] !== false)
        .map(({ path, message }) => ({
          path,
          message,
          source: 'platform' as const,
        })),
    [refusals, holds],
  );
  const setRefusals = useCallback(
    (fields: FieldRefusal[]) =>
      setAll(
        fields.map(field => ({ ...field, value: document.get(field.path) })),
      ),
    [document],
  );
  return { refused, setRefusals };
}

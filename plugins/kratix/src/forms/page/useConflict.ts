import { useApi } from '@backstage/frontend-plugin-api';
import {
  changesBetween,
  manifestOf,
  threeWay,
  type ConflictChoice,
  type FieldConflict,
  type RequestDocument,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bringTo } from './draftText';
import type { FormSource } from './formStart';

/** What came of a change that somebody else made. @internal */
export interface Overtaken {
  /** Fields that have to be decided. */
  conflicts: FieldConflict[];
  /** Fields of theirs that were taken over. */
  taken: ValuePath[];
  /** How it is now could not be read. */
  failed?: Error;
}

const none: Overtaken = { conflicts: [], taken: [] };

/**
 * Follows what others do to a request that is being edited. What does not meet
 * is merged at once; what does waits for a decision.
 *
 * @internal
 */
export function useConflict(options: {
  document: RequestDocument;
  /** Brings into the document what was typed and is still on its way. */
  flush: () => void;
  source?: FormSource;
  /** `metadata.generation` as last told by the stream. */
  generation?: number;
  /** Left from a draft of an older request. */
  conflicts: FieldConflict[];
}) {
  const { document, source, generation } = options;
  const flush = useRef(options.flush);
  flush.current = options.flush;
  const kratix = useApi(kratixApiRef);
  const [base, setBase] = useState(source);
  const [state, setState] = useState<Overtaken>({
    conflicts: options.conflicts,
    taken: [],
  });
  const undecided = useRef<FormSource>();
  const looking = useRef(false);

  /** Asks how the request is now; true where it had moved. */
  const look = useCallback(async (): Promise<boolean> => {
    if (!base || looking.current) return false;
    looking.current = true;
    try {
      const now = await kratix.getRequestObject(base.ref);
      if (now.generation === base.generation) return false;
      const theirs: FormSource = { ref: base.ref, ...now };
      const was = manifestOf(base.object);
      const is = manifestOf(theirs.object);
      // Or it would be merged as if nobody had typed it, and then overwrite.
      flush.current();
      const { merged, conflicts } = threeWay({
        base: was,
        mine: document.value,
        theirs: is,
      });
      if (conflicts.length > 0) {
        undecided.current = theirs;
        setState({ conflicts, taken: [] });
      } else {
        bringTo(document, Object(merged));
        setBase(theirs);
        const taken = changesBetween(was, is).map(({ path }) => path);
        setState({ conflicts: [], taken });
      }
      return true;
    } catch (failed) {
      const error = failed instanceof Error ? failed : new Error('No answer');
      setState(last => ({ ...last, failed: error }));
      return false;
    } finally {
      looking.current = false;
    }
  }, [base, document, kratix]);

  const moved =
    base !== undefined &&
    generation !== undefined &&
    generation > (undecided.current ?? base).generation;
  useEffect(() => {
    // Failures are part of the state.
    if (moved) look().catch(() => {});
  }, [moved, look]);

  const choose = useCallback(
    (choices: Map<string, ConflictChoice>) => {
      flush.current();
      const theirs = undecided.current;
      if (base && theirs) {
        const { merged } = threeWay(
          {
            base: manifestOf(base.object),
            mine: document.value,
            theirs: manifestOf(theirs.object),
          },
          ({ path }) => choices.get(JSON.stringify(path)) ?? 'mine',
        );
        bringTo(document, Object(merged));
        setBase(theirs);
        undecided.current = undefined;
      } else {
        // Of a draft: all but these fields were merged when it opened.
        for (const conflict of state.conflicts) {
          const side = choices.get(JSON.stringify(conflict.path)) ?? 'mine';
          document.set(conflict.path, conflict[side]);
        }
      }
      setState(none);
    },
    [base, document, state.conflicts],
  );

  return { base, overtaken: state, look, choose };
}

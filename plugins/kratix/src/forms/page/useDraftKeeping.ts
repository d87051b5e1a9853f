import type {
  FieldPlan,
  RequestDocument,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useEffect, useRef } from 'react';
import { textWithoutSecrets } from './draftText';
import type { Drafts } from './useDrafts';
import type { Who } from './writes';

const restMs = 500;

/**
 * Keeps what is filled in for whoever leaves without sending it, once typing
 * rests and when the page goes away.
 *
 * @internal
 */
export function useDraftKeeping(options: {
  document: RequestDocument;
  drafts: Drafts;
  plan?: FieldPlan;
  who: Who;
  /** Of an edit: the request it began with, as text. */
  base?: string;
}): {
  /** What the document says now is nobody's work yet. */
  startsHere: () => void;
  /** It was sent: nothing is kept any more. */
  sent: () => void;
} {
  const { document, drafts } = options;
  const latest = useRef(options);
  latest.current = options;
  const opened = useRef(document.text);
  const over = useRef(false);
  const pending = useRef<number>();

  const keeping = useRef(() => {
    window.clearTimeout(pending.current);
    pending.current = undefined;
    const { plan, who, base } = latest.current;
    if (over.current || document.errors.length > 0) return;
    if (document.text === opened.current) return;
    latest.current.drafts.save({
      text: textWithoutSecrets(document.text, plan),
      ...(base !== undefined && { base: textWithoutSecrets(base, plan) }),
      ...who,
      savedAt: new Date().toISOString(),
    });
  });

  useEffect(() => {
    const keep = keeping.current;
    const later = () => {
      window.clearTimeout(pending.current);
      pending.current = window.setTimeout(keep, restMs);
    };
    const unsubscribe = document.subscribe(later);
    window.addEventListener('pagehide', keep);
    return () => {
      unsubscribe();
      window.removeEventListener('pagehide', keep);
      if (pending.current !== undefined) keep();
    };
  }, [document]);

  return {
    startsHere: () => {
      opened.current = document.text;
    },
    sent: () => {
      over.current = true;
      window.clearTimeout(pending.current);
      drafts.remove();
    },
  };
}

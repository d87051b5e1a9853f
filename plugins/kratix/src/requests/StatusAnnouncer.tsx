import type { RequestDescription } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  useCauseWords,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect, useRef, useState } from 'react';

const quietMs = 10_000;

/** Said at once, as somebody waits for one of the two. */
const urgent = new Set(['failed', 'ready']);

/**
 * Reads changes of the headline out: politely and at most every ten seconds,
 * failure and success at once. What stood there when the page opened is read
 * with the page.
 *
 * @internal
 */
export function StatusAnnouncer(props: { description: RequestDescription }) {
  const { t } = useKratixTranslation();
  const wordsOf = useCauseWords();
  const { description } = props;
  const first = description.causes.at(0);
  const text = t('requestPage.headline.announce', {
    status: t(`request.status.${description.label}`),
    headline: first ? wordsOf(first).headline : '',
  });
  const { label } = description;
  const opened = useRef({ label, at: 0 });
  const [said, setSaid] = useState({ text: '', assertive: false });
  useEffect(() => {
    if (opened.current.label === label) return undefined;
    const assertive = urgent.has(label);
    const wait = assertive ? 0 : opened.current.at + quietMs - Date.now();
    const timer = setTimeout(() => {
      opened.current = { label, at: Date.now() };
      setSaid({ text, assertive });
    }, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [label, text]);
  return (
    <VisuallyHidden>
      <span role="status">{said.assertive ? '' : said.text}</span>
      <span role="alert">{said.assertive ? said.text : ''}</span>
    </VisuallyHidden>
  );
}

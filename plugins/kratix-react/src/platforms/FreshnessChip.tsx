import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import { Tag } from '../components/Tag';
import { useFormats, useNow } from '../formats';
import { useLiveState, type Loadable } from '../loadable';
import { useKratixTranslation } from '../translation';

/**
 * How current the page is: live, polled, or what was known last. Nothing where
 * nothing came and nothing will be told: the page itself says why.
 *
 * @public
 */
export function FreshnessChip(props: {
  /** What the page is about. Without it the connection alone is told. */
  of?: Pick<Loadable<unknown>, 'state'> & {
    refreshing?: boolean;
    failed?: Error;
    asOf?: number;
  };
}) {
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const now = useNow();
  const live = useLiveState();
  const { of } = props;

  let tone: Tone = 'neutral';
  let text: string = t('platform.freshness.connecting');
  let hint: string = t('platform.freshness.connectingHint');
  const ago = of?.asOf ? formats.relative(of.asOf, now) : undefined;
  if (of?.state === 'ready' && of.failed && ago) {
    tone = 'warn';
    text = t('platform.freshness.lastKnown', { ago });
    hint = t('platform.freshness.lastKnownHint');
  } else if (live === 'live') {
    tone = 'ok';
    text = t('platform.freshness.live');
    hint = t('platform.freshness.liveHint');
  } else if (live === 'paused') {
    text = t('platform.freshness.paused');
    hint = t('platform.freshness.pausedHint');
  } else if (of?.state === 'ready' && of.refreshing) {
    tone = 'progress';
    text = t('platform.freshness.refreshing');
  } else if (live === 'polling' && of?.state === 'error') {
    return null;
  } else if (live === 'polling' && of?.state !== 'loading') {
    tone = 'warn';
    text = ago
      ? t('platform.freshness.refreshed', { ago })
      : t('platform.freshness.notLive');
    hint = t('platform.freshness.refreshedHint');
  }
  return (
    <Tag tone={tone} title={hint}>
      {text}
    </Tag>
  );
}

import type { MarketplaceSourceView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  type Formats,
  type KratixMarketplaceT,
  useKratixMarketplaceTranslation,
  useFormats,
  WarningStrip,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** What is to be said of a source that is not as it should be. Pure. @internal */
export function sourceSentence(
  one: MarketplaceSourceView,
  t: KratixMarketplaceT,
  formats: Pick<Formats, 'clock'>,
): string | undefined {
  const { title: source, state, listings: count, failingSince, readAt } = one;
  if (state === 'ready') return undefined;
  if (state === 'waiting') {
    return t('marketplace.sources.waitingLong', { source });
  }
  const time = failingSince && formats.clock(failingSince);
  if (!readAt) {
    return time
      ? t('marketplace.sources.neverRead', { source, time })
      : t('marketplace.sources.neverReadEver', { source });
  }
  return time
    ? t('marketplace.sources.failing', { source, time, count })
    : t('marketplace.sources.failedOnce', { source, count });
}

/** One slim line for each source that fails or is not read yet. @internal */
export function SourceStrips(props: { sources: MarketplaceSourceView[] }) {
  const { t } = useKratixMarketplaceTranslation();
  const formats = useFormats();
  return (
    <div role="status">
      {props.sources.map(one => {
        const sentence = sourceSentence(one, t, formats);
        return (
          sentence && (
            <WarningStrip key={one.id}>
              {sentence}
              {one.problem && <div dir="auto">{one.problem}</div>}
            </WarningStrip>
          )
        );
      })}
    </div>
  );
}

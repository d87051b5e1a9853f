import type {
  Freshness,
  PlatformLabel,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ReactNode } from 'react';
import { WarningStrip } from '../components/WarningStrip';
import { useFormats } from '../formats';
import { useKratixTranslation } from '../translation';

/** States in which what is shown of a platform is all there is. */
const whole = new Set<PlatformLabel>(['connected', 'limited']);

/** The platforms whose part may be missing or old. @public */
export function silentPlatforms(freshness: Freshness[]): Freshness[] {
  return freshness.filter(({ label }) => !whole.has(label));
}

/** One slim line for each platform that does not answer, above what did come. @public */
export function PartialStrip(props: {
  freshness: Freshness[];
  /** A link to more about the platform. */
  details?: (platform: string) => ReactNode;
}) {
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const silent = silentPlatforms(props.freshness);

  const sentence = (one: Freshness) => {
    const platform = one.title;
    const since = one.failingSince ?? one.asOf;
    const time = since && formats.clock(since);
    switch (one.label) {
      case 'connecting':
        return t('platform.partial.connecting', { platform });
      case 'refused':
        return t('platform.partial.refused', { platform });
      case 'kratix-not-found':
        return t('platform.partial.notFound', { platform });
      case 'last-known':
        return time
          ? t('platform.partial.lastKnown', { platform, time })
          : t('platform.partial.unreachable', { platform });
      default:
        return time
          ? t('platform.partial.unreachableSince', { platform, time })
          : t('platform.partial.unreachable', { platform });
    }
  };

  return (
    <div role="status">
      {silent.map(one => (
        <WarningStrip key={one.platform} action={props.details?.(one.platform)}>
          {sentence(one)}
        </WarningStrip>
      ))}
    </div>
  );
}

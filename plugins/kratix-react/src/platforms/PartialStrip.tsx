import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Freshness,
  PlatformLabel,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { toneColor } from '../components/tones';
import { useFormats } from '../formats';
import { kratixTranslationRef } from '../translation';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      marginBottom: theme.spacing(2),
      borderRadius: 6,
      border: `1px solid ${theme.palette.text.secondary}`,
      borderLeft: `4px solid ${toneColor(theme, 'warn')}`,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
    },
    icon: { color: toneColor(theme, 'warn'), fontSize: 20, flex: 'none' },
    text: { flex: '1 1 240px' },
  }),
  { name: 'KratixPartialStrip' },
);

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
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
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
        <div key={one.platform} className={classes.root}>
          <ReportProblem aria-hidden className={classes.icon} />
          <span className={classes.text}>{sentence(one)}</span>
          {props.details?.(one.platform)}
        </div>
      ))}
    </div>
  );
}

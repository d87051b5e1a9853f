import type { MarketplaceSourceView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  type StateIcon,
  StatusLabel,
  TimeAgo,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import { Link } from 'react-router-dom';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75, 3),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
    },
    link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  }),
  { name: 'KratixSourcesLine' },
);

const looks: Record<
  MarketplaceSourceView['state'],
  { tone: 'ok' | 'error' | 'progress'; icon: StateIcon }
> = {
  ready: { tone: 'ok', icon: CheckCircle },
  failed: { tone: 'error', icon: ErrorOutline },
  waiting: { tone: 'progress', icon: HourglassEmpty },
};

/** Where the listings come from, and how old what is known of each source is. @internal */
export function SourcesLine(props: { sources: MarketplaceSourceView[] }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  return (
    <ul className={classes.root} aria-label={t('marketplace.sources.title')}>
      {props.sources.map(({ id, title, state, listings, broken, readAt }) => (
        <li key={id}>
          <StatusLabel {...looks[state]}>
            <Link
              to={links.marketplace({ source: id })}
              className={classes.link}
            >
              <bdi>{title}</bdi>
            </Link>
            {state !== 'ready' && ` · ${t(`marketplace.sources.${state}`)}`}
          </StatusLabel>
          {` · ${t('marketplace.sources.listings', { count: listings })}`}
          {broken > 0 &&
            ` · ${t('marketplace.sources.broken', { count: broken })}`}
          {readAt && (
            <>
              {` · ${t('marketplace.sources.read')} `}
              <TimeAgo time={readAt} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

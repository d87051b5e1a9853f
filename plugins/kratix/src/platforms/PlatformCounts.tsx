import { Link } from '@backstage/core-components';
import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0, 0, 1.5),
    },
  }),
  { name: 'KratixPlatformCounts' },
);

/** How much is on a platform, of what one may see. @internal */
export function PlatformCounts(props: { platform: PlatformView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { id, counts } = props.platform;
  const { promises, requests, destinations, attention } = counts;
  if (Object.values(counts).every(count => count === undefined)) return null;
  return (
    <p className={classes.root}>
      {promises !== undefined && (
        <Link to={`${links.promises()}?platform=${id}&kind=all`}>
          {t('platforms.counts.promises', { count: promises })}
        </Link>
      )}
      {requests !== undefined && (
        <Link to={links.requests({ platform: id, chip: 'all' })}>
          {t('platforms.counts.requests', { count: requests })}
        </Link>
      )}
      {destinations !== undefined && (
        <Link to={`${links.destinations()}?platform=${id}`}>
          {t('platforms.counts.destinations', { count: destinations })}
        </Link>
      )}
      {attention !== undefined && attention > 0 && (
        <Link to={links.requests({ platform: id, chip: 'attention' })}>
          {t('platforms.counts.attention', { count: attention })}
        </Link>
      )}
    </p>
  );
}

import { Link } from '@backstage/core-components';
import {
  useKratixTranslation,
  PlatformStatus,
  usePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 3),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    one: { display: 'inline-flex', gap: theme.spacing(1) },
  }),
  { name: 'KratixPlatformsLine' },
);

/** The state of each platform in one line. @internal */
export function PlatformsLine() {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const platforms = usePlatforms();
  if (platforms.state !== 'ready') return null;
  return (
    <ul className={classes.root} aria-label={t('home.platforms')}>
      {platforms.value.items.map(({ id, title, description }) => (
        <li key={id} className={classes.one}>
          <Link to={links.platform(id)}>{title}</Link>
          <PlatformStatus label={description.label} />
        </li>
      ))}
    </ul>
  );
}

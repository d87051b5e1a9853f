import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixDestinationReadPermission,
  kratixPlatformReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { NavLink, Outlet } from 'react-router-dom';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '168px minmax(0, 1fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(2),
      },
    },
    rail: {
      display: 'flex',
      flexDirection: 'column',
      gap: 2,
      [theme.breakpoints.down('sm')]: { flexDirection: 'row' },
    },
    link: {
      padding: theme.spacing(0.75, 1.5),
      borderRadius: 6,
      borderLeft: '3px solid transparent',
      color: theme.palette.text.primary,
      textDecoration: 'none',
      '&:hover': { background: theme.palette.action.hover },
      '&[aria-current]': {
        fontWeight: 600,
        background: theme.palette.action.selected,
        borderLeftColor: theme.palette.primary.main,
      },
      ...focusRing(theme),
    },
  }),
  { name: 'KratixOperateFrame' },
);

/** What platform teams look after, with a rail of its own. @internal */
export function OperateFrame() {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const destinations = usePermission({
    permission: kratixDestinationReadPermission,
  });
  const platforms = usePermission({ permission: kratixPlatformReadPermission });
  return (
    <div className={classes.root}>
      <nav className={classes.rail} aria-label={t('shell.operate')}>
        {(destinations.loading || destinations.allowed) && (
          <NavLink to={links.destinations()} className={classes.link}>
            {t('shell.rail.destinations')}
          </NavLink>
        )}
        {(platforms.loading || platforms.allowed) && (
          <NavLink to={links.platforms()} className={classes.link}>
            {t('shell.rail.platforms')}
          </NavLink>
        )}
      </nav>
      <div style={{ minWidth: 0 }}>
        <Outlet />
      </div>
    </div>
  );
}

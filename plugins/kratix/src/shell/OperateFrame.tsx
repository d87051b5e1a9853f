import {
  kratixDestinationReadPermission,
  kratixPlatformReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { Navigate, NavLink, Outlet } from 'react-router-dom';
import { useLinks } from '../navigation';
import { useDenied } from './useDenied';

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
  const noDestinations = useDenied(kratixDestinationReadPermission);
  const noPlatforms = useDenied(kratixPlatformReadPermission);
  return (
    <div className={classes.root}>
      <nav className={classes.rail} aria-label={t('shell.operate')}>
        {!noDestinations && (
          <NavLink to={links.destinations()} className={classes.link}>
            {t('shell.rail.destinations')}
          </NavLink>
        )}
        {!noPlatforms && (
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

/** To the first of them that one may see. @internal */
export function OperateIndex() {
  const noDestinations = useDenied(kratixDestinationReadPermission);
  return (
    <Navigate to={noDestinations ? 'platforms' : 'destinations'} replace />
  );
}

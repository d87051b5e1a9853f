import {
  FreshnessChip,
  focusRing,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { RiStackLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { useLinks } from '../navigation';
import { NewRequestButton } from '../requests/NewRequestButton';
import { usePageStatus } from './pageStatus';
import { PlatformFilter } from './PlatformFilter';
import { ShellTabs } from './ShellTabs';
import { usePluginTitle } from './usePageTitle';

const useStyles = makeStyles(
  theme => ({
    root: {
      gridArea: 'pageHeader',
      background: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.primary,
      padding: theme.spacing(1, 3, 0),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 2, 0) },
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      minHeight: 44,
    },
    name: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: 'inherit',
      textDecoration: 'none',
      fontWeight: 600,
      ...focusRing(theme),
    },
    mark: {
      display: 'inline-flex',
      padding: 6,
      borderRadius: 6,
      background: theme.palette.action.hover,
    },
    controls: {
      marginLeft: 'auto',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      // On a telephone all of it is one line: what is chosen gives way.
      [theme.breakpoints.down('xs')]: {
        flex: '1 0 100%',
        flexWrap: 'nowrap',
        justifyContent: 'space-between',
        gap: theme.spacing(1),
      },
      // On the smallest nothing is left to give way.
      '@media (max-width: 359.95px)': { flexWrap: 'wrap' },
    },
  }),
  { name: 'KratixShellHeader' },
);

/** Name, platform filter, freshness and sections; the same on every page. @internal */
export function ShellHeader() {
  const classes = useStyles();
  const links = useLinks();
  const title = usePluginTitle();
  const status = usePageStatus();
  return (
    <header className={classes.root}>
      <div className={classes.bar}>
        <Link to={links.home()} className={classes.name}>
          <span className={classes.mark} aria-hidden>
            <RiStackLine size={18} />
          </span>
          {title}
        </Link>
        <div className={classes.controls}>
          <PlatformFilter />
          <FreshnessChip of={status} />
          <NewRequestButton />
        </div>
      </div>
      <ShellTabs />
    </header>
  );
}

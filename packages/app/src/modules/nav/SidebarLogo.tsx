import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { PortalMark } from './PortalMark';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    flexFlow: 'row nowrap',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    marginLeft: 24,
    '& svg': { flexShrink: 0 },
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    color: '#fff',
    fontSize: '1.1rem',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
});

/** The mark alone while the sidebar is closed, with the name when open. @internal */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Front page"
      >
        <PortalMark />
        {isOpen && 'Platform portal'}
      </Link>
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(0.5), overflowX: 'auto' },
    tab: {
      padding: theme.spacing(1, 1.5),
      minHeight: 40,
      boxSizing: 'border-box',
      borderBottom: '3px solid transparent',
      color: theme.palette.text.secondary,
      textDecoration: 'none',
      fontWeight: 600,
      whiteSpace: 'nowrap',
      '&:hover': { color: theme.palette.text.primary },
      '&[aria-current]': {
        color: theme.palette.text.primary,
        borderBottomColor: theme.palette.primary.main,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'KratixLinkTabs' },
);

/** Pages side by side. The filter by platform goes along, as all have it. @internal */
export function LinkTabs(props: {
  label: string;
  tabs: { to: string; title: ReactNode; isCurrent: boolean }[];
}) {
  const classes = useStyles();
  const { search } = useLocation();
  const platform = new URLSearchParams(search).get('platform');
  const query = platform ? `?platform=${encodeURIComponent(platform)}` : '';
  return (
    <nav className={classes.root} aria-label={props.label}>
      {props.tabs.map(({ to, title, isCurrent }) => (
        <Link
          key={to}
          to={`${to}${query}`}
          className={classes.tab}
          aria-current={isCurrent ? 'page' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

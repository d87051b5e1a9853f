import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { ActionButton } from '../actions';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
      gap: theme.spacing(2),
    },
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      color: theme.palette.text.primary,
      minWidth: 0,
    },
    head: { display: 'flex', gap: theme.spacing(1.5), alignItems: 'center' },
    names: { minWidth: 0, flex: 1, overflowWrap: 'anywhere' },
    title: {
      margin: 0,
      fontSize: '1.0625rem',
      fontWeight: 600,
      lineHeight: 1.3,
    },
    facts: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    summary: {
      margin: 0,
      color: theme.palette.text.secondary,
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
    foot: {
      marginTop: 'auto',
      paddingTop: theme.spacing(1),
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixTile' },
);

/** Tiles side by side, as many as there is room for. @internal */
export function TileGrid(props: { children: ReactNode }) {
  return <div className={useStyles().grid}>{props.children}</div>;
}

/** @internal */
export function TileTags(props: { children: ReactNode }) {
  return <div className={useStyles().tags}>{props.children}</div>;
}

/** A Promise to choose: what it is, how it is, and the way to it. @internal */
export function Tile(props: {
  title: string;
  /** Its page. */
  to: string;
  icon: ReactNode;
  /** On one line under the title; what is not known is left out. */
  facts: (string | undefined)[];
  summary?: string;
  /** What the link at the foot is called. */
  details: string;
  /** Beside that link. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { title, to, icon, facts, summary, details, actions, children } = props;
  return (
    <article className={classes.root} aria-label={title}>
      <div className={classes.head}>
        {icon}
        <div className={classes.names}>
          <h2 className={classes.title}>
            <Link to={to}>
              <bdi>{title}</bdi>
            </Link>
          </h2>
          <span className={classes.facts}>
            {facts.filter(Boolean).join(' · ')}
          </span>
        </div>
      </div>
      {summary && (
        <p className={classes.summary} dir="auto">
          {summary}
        </p>
      )}
      {children}
      <div className={classes.foot}>
        {actions}
        <ActionButton variant="text" to={to} label={`${details}: ${title}`}>
          {details}
        </ActionButton>
      </div>
    </article>
  );
}

import { focusRing } from '@kratix-portal/backstage-plugin-kratix-react';
import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import classNames from 'classnames';
import { useState, type ReactNode } from 'react';
import { useFields, useOfStore } from './FieldsContext';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0, 0, 2.5),
      minWidth: 0,
      scrollMarginTop: '96px',
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 40,
      fontWeight: 600,
    },
    button: {
      ...focusRing(theme),
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minHeight: 32,
      padding: 0,
      border: 'none',
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    body: { minWidth: 0, paddingTop: theme.spacing(1) },
    // Deeper than this only headings tell the level: lines stay long enough.
    indented: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'KratixFold' },
);

/** Levels that are indented. */
const maxIndent = 3;

/**
 * Whether a fold is open: as its reader left it, unless something in it had to
 * be shown since, and at first where there is a reason.
 */
function useOpen(
  isInside: (path: ValuePath) => boolean,
  isOpenAtFirst: boolean,
): [boolean, (open: boolean) => void] {
  const { store } = useFields();
  const [choice, setChoice] = useState<{ open: boolean; after: number }>();
  const wasRevealed = useOfStore(() =>
    store.revealed.slice(choice?.after ?? 0).some(isInside),
  );
  const hasProblem = useOfStore(() => store.problemPaths().some(isInside));
  return [
    wasRevealed || (choice ? choice.open : isOpenAtFirst || hasProblem),
    open => setChoice({ open, after: store.revealed.length }),
  ];
}

/** A heading with what belongs under it, drawn only while it is open. @internal */
export function Fold(props: {
  id: string;
  title: string;
  level: number;
  isInside: (path: ValuePath) => boolean;
  isOpenAtFirst: boolean;
  about?: ReactNode;
  actions?: ReactNode;
  children: () => ReactNode;
}) {
  const classes = useStyles();
  const { id, title, level, isInside, isOpenAtFirst } = props;
  const [open, setOpen] = useOpen(isInside, isOpenAtFirst);
  const Arrow = open ? ExpandLess : ExpandMore;
  return (
    <div
      id={id}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}//title`}
      className={classes.root}
    >
      <div className={classes.heading}>
        <div role="heading" aria-level={headingLevel(level)}>
          <button
            type="button"
            className={classes.button}
            aria-expanded={open}
            aria-controls={`${id}//body`}
            onClick={() => setOpen(!open)}
          >
            <Arrow aria-hidden />
            <span id={`${id}//title`} dir="auto">
              {title}
            </span>
          </button>
        </div>
        {props.actions}
      </div>
      <div
        id={`${id}//body`}
        hidden={!open}
        className={classNames(classes.body, {
          [classes.indented]: level < maxIndent,
        })}
      >
        {open && (
          <>
            {props.about}
            {props.children()}
          </>
        )}
      </div>
    </div>
  );
}

/** Under the page's heading and the panel's. @internal */
export function headingLevel(level: number): number {
  return Math.min(6, level + 3);
}

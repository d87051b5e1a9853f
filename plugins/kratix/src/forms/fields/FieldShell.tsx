import {
  AuthorText,
  useKratixTranslation,
  PlainButton,
  toneColor,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import LockIcon from '@material-ui/icons/LockOutlined';
import classNames from 'classnames';
import type { ReactNode } from 'react';
import { FieldMenu } from './FieldMenu';
import type { FieldProblem } from './FieldProblem';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      margin: theme.spacing(0, 0, 2.5),
      minWidth: 0,
      overflowWrap: 'anywhere',
      scrollMarginTop: '96px',
      scrollMarginBottom: '96px',
    },
    label: { display: 'block', fontWeight: 600, lineHeight: 1.4 },
    head: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    plain: { fontWeight: 400, color: theme.palette.text.secondary },
    about: {
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      margin: theme.spacing(0, 0, 0.5),
      '& p': { margin: 0 },
    },
    note: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      margin: theme.spacing(0.5, 0, 0),
    },
    problem: {
      display: 'flex',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0, 0),
      fontWeight: 600,
    },
    icon: { fontSize: 18, flex: 'none' },
    // The icon alone: on dark paper the colour has no contrast for text.
    problemIcon: { color: toneColor(theme, 'error') },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
    action: { minHeight: 28, padding: theme.spacing(0, 0.5) },
  }),
  { name: 'KratixFieldShell' },
);

/** Ids of what describes the control with this id. @internal */
export const partsOf = (id: string) => ({
  label: `${id}//label`,
  about: `${id}//about`,
  note: `${id}//note`,
  problem: `${id}//problem`,
});

/** @internal */
export interface FieldWords {
  title: string;
  description?: string;
  help?: string;
  /** On what state it is in. */
  notes: string[];
  /** Set where the field can't change any more. */
  fixed?: string;
}

/** What `aria-describedby` of a control says. @internal */
export function describedBy(
  id: string,
  words: FieldWords,
  problems: readonly FieldProblem[],
): string | undefined {
  const parts = partsOf(id);
  const ids = [
    ...(words.description || words.help ? [parts.about] : []),
    ...(words.notes.length > 0 || words.fixed ? [parts.note] : []),
    ...(problems.length > 0 ? [parts.problem] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Markdown takes a reader; most descriptions are plain sentences. */
const isMarkdown = /[*_`#[\]<>|~\\]|https?:|\n|^\s*[-+\d]/;

/** Text by a Promise's author about a field. @internal */
export function FieldAbout(props: {
  id?: string;
  description?: string;
  help?: string;
}) {
  const classes = useStyles();
  const { id, description, help } = props;
  if (!description && !help) return null;
  return (
    <div id={id} className={classes.about}>
      {description &&
        (isMarkdown.test(description) ? (
          <AuthorText markdown={description} />
        ) : (
          <p dir="auto">{description}</p>
        ))}
      {help && <p dir="auto">{help}</p>}
    </div>
  );
}

/** @internal */
export function FieldProblems(props: {
  id: string;
  problems: readonly FieldProblem[];
}) {
  const classes = useStyles();
  const { id, problems } = props;
  if (problems.length === 0) return null;
  return (
    <div id={partsOf(id).problem}>
      {problems.map(({ message, source }) => (
        <p key={`${source} ${message}`} className={classes.problem}>
          <ErrorIcon
            aria-hidden
            className={classNames(classes.icon, classes.problemIcon)}
          />
          <span dir="auto">{message}</span>
        </p>
      ))}
    </div>
  );
}

/** @internal */
export function FieldNotes(props: { id: string; words: FieldWords }) {
  const classes = useStyles();
  const { id, words } = props;
  const { notes, fixed } = words;
  if (notes.length === 0 && !fixed) return null;
  return (
    <div id={partsOf(id).note}>
      {fixed && (
        <p className={classes.note}>
          <LockIcon aria-hidden className={classes.icon} />
          <span dir="auto">{fixed}</span>
        </p>
      )}
      {notes.map(note => (
        <p key={note} className={classes.note} dir="auto">
          {note}
        </p>
      ))}
    </div>
  );
}

/** A label, a control and all that is said about it. @internal */
export function FieldShell(props: {
  id: string;
  words: FieldWords;
  required: boolean;
  problems: readonly FieldProblem[];
  /** The control is a group with `aria-labelledby`, or brings its own label. */
  labels?: 'control' | 'group' | 'none';
  actions?: { label: string; name: string; run: () => void }[];
  /** What few ever need: in a menu beside the label of a group. */
  rare?: { label: string; run: () => void }[];
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { id, words, required, problems, labels = 'control' } = props;
  const { actions = [], rare = [], children } = props;
  const parts = partsOf(id);
  const label = (
    <>
      <span dir="auto">{words.title}</span>
      {required && (
        <span className={classes.plain}> ({t('form.required')})</span>
      )}
    </>
  );
  return (
    <div className={classes.root}>
      {labels === 'control' && (
        <label id={parts.label} htmlFor={id} className={classes.label}>
          {label}
        </label>
      )}
      {labels === 'group' && (
        <div className={classes.head}>
          <span id={parts.label} className={classes.label}>
            {label}
          </span>
          {rare.length > 0 && (
            <FieldMenu
              id={id}
              name={t('form.more', { field: words.title })}
              actions={rare}
            />
          )}
        </div>
      )}
      <FieldAbout id={parts.about} {...words} />
      {children}
      <FieldNotes id={id} words={words} />
      <FieldProblems id={id} problems={problems} />
      {actions.length > 0 && (
        <div className={classes.actions}>
          {actions.map(({ label: text, name, run }) => (
            <PlainButton
              key={text}
              size="small"
              className={classes.action}
              aria-label={name}
              onClick={run}
            >
              {text}
            </PlainButton>
          ))}
        </div>
      )}
    </div>
  );
}

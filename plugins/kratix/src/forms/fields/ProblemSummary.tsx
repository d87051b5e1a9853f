import type {
  FieldPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
  toneColor,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { forwardRef } from 'react';
import { pathKey } from './fieldPath';
import type { FieldProblem } from './FieldProblem';
import { titleOf } from './titleOf';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      ...focusRing(theme),
      margin: theme.spacing(0, 0, 2),
      padding: theme.spacing(2),
      borderRadius: 6,
      border: `1px solid ${toneColor(theme, 'error')}`,
      background: theme.palette.background.paper,
      overflowWrap: 'anywhere',
      scrollMarginTop: '96px',
    },
    title: { margin: 0, fontWeight: 600, fontSize: '1rem' },
    list: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
    button: {
      ...focusRing(theme),
      minHeight: 24,
      padding: 0,
      border: 'none',
      background: 'none',
      color: theme.palette.link ?? theme.palette.primary.main,
      font: 'inherit',
      textAlign: 'left',
      textDecoration: 'underline',
      cursor: 'pointer',
    },
  }),
  { name: 'KratixProblemSummary' },
);

/**
 * All that is wrong, with the way to each field. Takes focus by its ref, each
 * time somebody tried to go on: not by itself, which would take it from a field
 * that is being filled in.
 *
 * @internal
 */
export const ProblemSummary = forwardRef<
  HTMLDivElement,
  {
    problems: readonly FieldProblem[];
    onGo: (path: ValuePath) => void;
    /** For the fields' titles. */
    plan?: FieldPlan;
  }
>((props, ref) => {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { problems, onGo, plan } = props;
  if (problems.length === 0) return null;
  const count = new Set(problems.map(({ path }) => pathKey(path))).size;
  return (
    <div
      ref={ref}
      role="group"
      tabIndex={-1}
      aria-labelledby="kratix-problems-title"
      className={classes.root}
    >
      <h2 id="kratix-problems-title" className={classes.title}>
        {t('form.summary.title', { count })}
      </h2>
      <ul className={classes.list}>
        {problems.map(({ path, message }) => (
          <li key={`${pathKey(path)} ${message}`}>
            <button
              type="button"
              className={classes.button}
              onClick={() => onGo(path)}
            >
              <span dir="auto">
                {t('form.summary.entry', {
                  field:
                    path.length === 0
                      ? t('form.summary.whole')
                      : titleOf(path, plan),
                  message,
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
});

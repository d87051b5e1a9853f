import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { useFormats, useNow } from '../formats';
import { useKratixTranslation } from '../translation';
import { CopyButton } from './CopyButton';
import { problemFacts, type ProblemKind } from './problemKind';
import { toneColor } from './tones';
import { PlainButton } from './PlainButton';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2),
      borderRadius: 6,
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: `4px solid ${toneColor(theme, 'error')}`,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
    },
    icon: { color: toneColor(theme, 'error'), flex: 'none' },
    title: { ...theme.typography.subtitle1, fontWeight: 600, margin: 0 },
    text: { margin: theme.spacing(0.5, 0, 0), overflowWrap: 'anywhere' },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'KratixProblem' },
);

/** Kinds where asking again can help. */
const retryable = new Set<ProblemKind>([
  'offline',
  'unavailable',
  'timeout',
  'tooMany',
  'server',
  'conflict',
  'notFound',
  'unexpected',
]);

/**
 * What went wrong in one region of a page, in a plain sentence, with a way to
 * try again. The details to copy hold no bodies.
 *
 * @public
 */
export function Problem(props: {
  error: Error;
  onRetry?: () => void;
  /** Epoch milliseconds of the next try that happens by itself. */
  retryAt?: number;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const now = useNow();
  const { error, onRetry, retryAt } = props;
  const { kind, status, message, name } = problemFacts(error);
  const hint =
    kind === 'refused' || kind === 'forbidden'
      ? undefined
      : t(`shared.problem.${kind}Hint`);
  const details = [
    new Date().toISOString(),
    status === undefined ? '' : `HTTP ${status}`,
    name ?? error.name,
    window.location.pathname,
  ].filter(Boolean);
  return (
    <div className={classes.root} role="alert">
      <ErrorIcon aria-hidden className={classes.icon} />
      <div>
        <p className={classes.title}>{t(`shared.problem.${kind}`)}</p>
        {hint && <p className={classes.text}>{hint}</p>}
        {message && (
          <p className={classes.text} dir="auto">
            {t('shared.problem.says', { message })}
          </p>
        )}
        <div className={classes.actions}>
          {onRetry && retryable.has(kind) && (
            <PlainButton size="small" variant="outlined" onClick={onRetry}>
              {t('shared.retry')}
            </PlainButton>
          )}
          <CopyButton
            text={details.join('\n')}
            name={t('shared.copyDetails')}
            label={t('shared.copyDetails')}
          />
          {retryAt !== undefined && retryAt > now && (
            <span>
              {t('shared.problem.nextTry', {
                in: formats.relative(retryAt, now),
              })}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

import type {
  PromiseDetail,
  Tone,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Panel,
  PlainButton,
  StatusLabel,
  useFormats,
  VisuallyHidden,
  type StateIcon,
} from '@kratix-portal/backstage-plugin-kratix-react';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import RefusedIcon from '@material-ui/icons/ErrorOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import RunningIcon from '@material-ui/icons/Autorenew';
import WarningIcon from '@material-ui/icons/WarningOutlined';
import { makeStyles } from '@material-ui/core/styles';
import type { Check, CheckState } from './checks';

const looks: Record<CheckState, { tone: Tone; icon: StateIcon }> = {
  ok: { tone: 'ok', icon: OkIcon },
  warning: { tone: 'warn', icon: WarningIcon },
  refused: { tone: 'error', icon: RefusedIcon },
  unknown: { tone: 'neutral', icon: UnknownIcon },
  running: { tone: 'progress', icon: RunningIcon },
};

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    more: {
      margin: theme.spacing(0.5, 0, 0, 3.25),
      overflowWrap: 'anywhere',
    },
    field: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
  }),
  { name: 'KratixChecksPanel' },
);

/** What is known before a request is sent, line by line. @internal */
export function ChecksPanel(props: {
  checks: Check[];
  promise: PromiseDetail;
  /** `payments on EU dev`. */
  where: string;
  onAgain: () => void;
  onGoTo: (path: ValuePath) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { list } = useFormats();
  const { checks, promise, where, onAgain, onGoTo } = props;
  const running = checks.some(({ state }) => state === 'running');

  function sentence({ id, state }: Check): string {
    switch (id) {
      case 'rules':
      case 'name':
        return t(`formPage.check.${id}.${state}`);
      case 'permission':
        return t(`formPage.check.permission.${state}`, { where });
      case 'destinations': {
        const { matchingDestinations: matching } = promise;
        if (!matching) return t('formPage.check.destinations.unknown');
        return matching.length > 0
          ? t('formPage.check.destinations.ok', {
              count: matching.length,
              names: list(matching.slice(0, 5)),
            })
          : t('formPage.check.destinations.warning');
      }
      case 'promise':
        return state === 'ok'
          ? t('formPage.check.promise.ok', { promise: promise.title })
          : t('formPage.check.promise.warning', {
              promise: promise.title,
              status: t(`promise.status.${promise.description.label}`),
            });
      default:
        return id satisfies never;
    }
  }

  return (
    <Panel
      title={t('formPage.review.checks')}
      actions={
        !running && (
          <PlainButton size="small" onClick={onAgain}>
            {t('formPage.review.again')}
          </PlainButton>
        )
      }
    >
      <ul className={classes.list} aria-busy={running}>
        {checks.map(check => {
          const { id, state, message, fields = [] } = check;
          const { tone, icon } = looks[state];
          return (
            <li key={id}>
              <StatusLabel
                tone={tone}
                icon={icon}
                turning={state === 'running'}
              >
                <VisuallyHidden>
                  {t(`formPage.review.state.${state}`)}.{' '}
                </VisuallyHidden>
                {sentence(check)}
              </StatusLabel>
              {message && fields.length === 0 && (
                <div className={classes.more} dir="auto">
                  {message}
                </div>
              )}
              {fields.map(one => (
                <div
                  key={`${one.field} ${one.message}`}
                  className={`${classes.more} ${classes.field}`}
                >
                  <span>
                    <code>{one.field}</code>{' '}
                    <span dir="auto">{one.message}</span>
                  </span>
                  <PlainButton
                    size="small"
                    variant="outlined"
                    aria-label={t('formPage.review.goToFieldNamed', {
                      field: one.field,
                    })}
                    onClick={() => onGoTo(one.path)}
                  >
                    {t('formPage.review.goToField')}
                  </PlainButton>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

import {
  EmptyState,
  useKratixMarketplaceTranslation,
  PlainButton,
  Problem,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { InstallationView } from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useState } from 'react';
import { FormNotice } from '../../forms/page/FormNotice';
import { InstallationCard } from './InstallationCard';
import type { InstallRunState } from './useInstallRun';
import { problemStatus } from './problemStatus';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    text: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'KratixProgressStep' },
);

/** The Promises of a plan, each as the platform has it now. @internal */
export function ProgressStep(props: {
  platform: string;
  plan: readonly string[];
  fresh: readonly string[];
  /** Of those whose titles are known. */
  titles: Readonly<Record<string, string>>;
  run: InstallRunState;
  mayUninstall: boolean;
  /** Back to the preflight, for what is left. */
  onContinue: () => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { platform, plan, fresh, titles, run, mayUninstall, onContinue } =
    props;
  const [states, setStates] = useState<
    Readonly<Record<string, InstallationView['state']>>
  >({});
  const onState = useCallback(
    (name: string, state: InstallationView['state']) =>
      setStates(old => (old[name] === state ? old : { ...old, [name]: state })),
    [],
  );
  const allDone = plan.every(name => states[name] === 'available');
  if (plan.length === 0) {
    return <EmptyState title={t('install.progress.nothing')} />;
  }
  return (
    <>
      <RunEnd run={run} onContinue={onContinue} />
      {!run.end?.failed && (
        <p className={classes.text} role="status">
          {t(allDone ? 'install.progress.allDone' : 'install.progress.leave')}
        </p>
      )}
      <ol className={classes.list} aria-label={t('install.progress.list')}>
        {plan.map(name => (
          <li key={name}>
            <InstallationCard
              platform={platform}
              name={name}
              title={titles[name] ?? name}
              onState={onState}
              creating={run.creating === name}
              fresh={fresh.includes(name)}
              mayUninstall={mayUninstall}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was created and what not, where the plan did not get to its end. */
function RunEnd(props: { run: InstallRunState; onContinue: () => void }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { list } = useFormats();
  const { end } = props.run;
  if (!end?.failed) return null;
  const { name, error, upgrade } = end.failed;
  const conflict = problemStatus(error) === 409;
  return (
    <div role="alert">
      <FormNotice
        tone="warn"
        title={
          conflict
            ? t('install.conflict.title')
            : t(upgrade ? 'install.run.failedUpgrade' : 'install.run.failed', {
                name,
              })
        }
        actions={
          <PlainButton
            size="small"
            variant="outlined"
            onClick={props.onContinue}
          >
            {t('install.progress.continue')}
          </PlainButton>
        }
      >
        {conflict && (
          <p className={classes.text}>{t('install.conflict.hint')}</p>
        )}
        <Problem error={error} />
        <p className={classes.text}>
          {end.created.length > 0
            ? t('install.run.done', { names: list(end.created) })
            : t('install.run.none')}
        </p>
        <p className={classes.text}>
          {t('install.run.left', { names: list([name, ...end.left]) })}
        </p>
      </FormNotice>
    </div>
  );
}

import type { InstallationView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  StatusLabel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { stageLooks } from './looks';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 3),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
    },
  }),
  { name: 'KratixStageList' },
);

/** The way of a Promise from its source to being available. @internal */
export function StageList(props: {
  name: string;
  stages: InstallationView['stages'];
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { name, stages } = props;
  const current = stages.findIndex(({ state }) =>
    ['running', 'failed', 'waiting'].includes(state),
  );
  return (
    <ol
      className={classes.root}
      aria-label={t('install.progress.stages', { name })}
    >
      {stages.map(({ stage, state }, index) => (
        <li key={stage} aria-current={index === current ? 'step' : undefined}>
          <StatusLabel {...stageLooks[state]}>
            {t('install.progress.spoken', {
              stage: t(`install.progress.stage.${stage}`),
              state: t(`install.progress.stageState.${state}`),
            })}
          </StatusLabel>
        </li>
      ))}
    </ol>
  );
}

import type { Step, Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  StatusLabel,
  type StateIcon,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Autorenew from '@material-ui/icons/Autorenew';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import PauseCircle from '@material-ui/icons/PauseCircleOutline';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';

interface Look {
  tone: Tone;
  icon: StateIcon;
}

const phases: Record<Step['phase'], Look> = {
  pending: { tone: 'progress', icon: HourglassEmpty },
  running: { tone: 'progress', icon: Autorenew },
  succeeded: { tone: 'ok', icon: CheckCircle },
  failed: { tone: 'error', icon: ErrorOutline },
  suspended: { tone: 'action', icon: PauseCircle },
  'not-run': { tone: 'neutral', icon: RadioButtonUnchecked },
  unknown: { tone: 'neutral', icon: HelpOutline },
};

type ContainerState = Step['containers'][number]['state'];

const containers: Record<ContainerState, Look> = {
  waiting: { tone: 'neutral', icon: RadioButtonUnchecked },
  running: { tone: 'progress', icon: Autorenew },
  succeeded: { tone: 'ok', icon: CheckCircle },
  failed: { tone: 'error', icon: ErrorOutline },
  unknown: { tone: 'neutral', icon: HelpOutline },
};

/** How a step is. @internal */
export function PhaseStatus(props: { phase: Step['phase'] }) {
  const { t } = useKratixTranslation();
  const { phase } = props;
  return (
    <StatusLabel {...phases[phase]} turning={phase === 'running'}>
      {t(`pipeline.phase.${phase}`)}
    </StatusLabel>
  );
}

/** How a container of a step is. @internal */
export function ContainerStatus(props: { state: ContainerState }) {
  const { t } = useKratixTranslation();
  const { state } = props;
  return (
    <StatusLabel {...containers[state]} turning={state === 'running'}>
      {t(`pipeline.container.${state}`)}
    </StatusLabel>
  );
}

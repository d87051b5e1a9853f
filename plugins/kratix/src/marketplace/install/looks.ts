import type {
  InstallationView,
  PreflightFinding,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { StateIcon } from '@kratix-portal/backstage-plugin-kratix-react';
import RunningIcon from '@material-ui/icons/Autorenew';
import BlockerIcon from '@material-ui/icons/Cancel';
import FineIcon from '@material-ui/icons/CheckCircleOutline';
import RemovingIcon from '@material-ui/icons/DeleteOutline';
import StuckIcon from '@material-ui/icons/DeleteForever';
import FailedIcon from '@material-ui/icons/ErrorOutline';
import WaitingIcon from '@material-ui/icons/RadioButtonUnchecked';
import NothingIcon from '@material-ui/icons/RemoveCircleOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';

interface Look {
  tone: Tone;
  icon: StateIcon;
  turning?: boolean;
}

/** @internal */
export const levelLooks: Record<PreflightFinding['level'], Look> = {
  blocker: { tone: 'error', icon: BlockerIcon },
  warning: { tone: 'warn', icon: WarningIcon },
  fine: { tone: 'ok', icon: FineIcon },
};

/** @internal */
export const installationLooks: Record<InstallationView['state'], Look> = {
  absent: { tone: 'neutral', icon: NothingIcon },
  installing: { tone: 'progress', icon: RunningIcon, turning: true },
  available: { tone: 'ok', icon: FineIcon },
  failed: { tone: 'error', icon: FailedIcon },
  removing: { tone: 'neutral', icon: RemovingIcon },
  'removal-blocked': { tone: 'error', icon: StuckIcon },
};

/** @internal */
export const stageLooks: Record<
  InstallationView['stages'][number]['state'],
  Look
> = {
  done: { tone: 'ok', icon: FineIcon },
  running: { tone: 'progress', icon: RunningIcon, turning: true },
  failed: { tone: 'error', icon: FailedIcon },
  waiting: { tone: 'neutral', icon: WaitingIcon },
  'nothing-to-do': { tone: 'neutral', icon: NothingIcon },
};

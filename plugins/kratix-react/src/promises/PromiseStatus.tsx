import type {
  PromiseDescription,
  PromiseLabel,
} from '@kratix-portal/backstage-plugin-kratix-common';
import AssignmentLate from '@material-ui/icons/AssignmentLateOutlined';
import Autorenew from '@material-ui/icons/Autorenew';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CloudOff from '@material-ui/icons/CloudOff';
import DeleteForever from '@material-ui/icons/DeleteForever';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import Extension from '@material-ui/icons/ExtensionOutlined';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import LinkOff from '@material-ui/icons/LinkOff';
import LocationOff from '@material-ui/icons/LocationOff';
import PauseCircle from '@material-ui/icons/PauseCircleOutline';
import Cancel from '@material-ui/icons/CancelOutlined';
import Schedule from '@material-ui/icons/Schedule';
import SyncProblem from '@material-ui/icons/SyncProblem';
import { StatusLabel, type StateIcon } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';

const icons: Record<PromiseLabel, StateIcon> = {
  'deletion-blocked': DeleteForever,
  deleting: DeleteOutline,
  'api-conflict': SyncProblem,
  'api-invalid': LinkOff,
  paused: PauseCircle,
  'missing-requirement': Extension,
  'waiting-for-approval': AssignmentLate,
  failed: ErrorOutline,
  'not-delivered': CloudOff,
  'no-destination': LocationOff,
  updating: Autorenew,
  preparing: HourglassEmpty,
  unavailable: Cancel,
  available: CheckCircle,
  unknown: HelpOutline,
};

/** The state of a Promise. @public */
export function PromiseStatus(props: { description: PromiseDescription }) {
  const { t } = useKratixTranslation();
  const { label, tone, flags } = props.description;
  const word = t(`promise.status.${label}`);
  const old = flags.includes('last-known');
  return (
    <StatusLabel
      tone={tone}
      icon={old ? Schedule : icons[label]}
      turning={label === 'updating' && !old}
    >
      {old ? t('request.lastKnown', { status: word }) : word}
    </StatusLabel>
  );
}

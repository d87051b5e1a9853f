import type {
  PlatformLabel,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CloudOff from '@material-ui/icons/CloudOff';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import LayersClear from '@material-ui/icons/LayersClear';
import Lock from '@material-ui/icons/LockOutlined';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import Schedule from '@material-ui/icons/Schedule';
import { StatusLabel, type StateIcon } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';

const looks: Record<PlatformLabel, { tone: Tone; icon: StateIcon }> = {
  connecting: { tone: 'progress', icon: HourglassEmpty },
  connected: { tone: 'ok', icon: CheckCircle },
  limited: { tone: 'warn', icon: ReportProblem },
  'last-known': { tone: 'warn', icon: Schedule },
  unreachable: { tone: 'error', icon: CloudOff },
  refused: { tone: 'error', icon: Lock },
  'kratix-not-found': { tone: 'error', icon: LayersClear },
};

/** How the connection to a platform is. @public */
export function PlatformStatus(props: { label: PlatformLabel }) {
  const { t } = useKratixTranslation();
  return (
    <StatusLabel {...looks[props.label]}>
      {t(`platform.status.${props.label}`)}
    </StatusLabel>
  );
}

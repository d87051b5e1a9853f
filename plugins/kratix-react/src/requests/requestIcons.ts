import type { RequestLabel } from '@kratix-portal/backstage-plugin-kratix-common';
import AssignmentLate from '@material-ui/icons/AssignmentLateOutlined';
import Autorenew from '@material-ui/icons/Autorenew';
import Block from '@material-ui/icons/Block';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CloudOff from '@material-ui/icons/CloudOff';
import DeleteForever from '@material-ui/icons/DeleteForever';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HighlightOff from '@material-ui/icons/HighlightOff';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import LocationOff from '@material-ui/icons/LocationOff';
import NotListedLocation from '@material-ui/icons/NotListedLocation';
import PauseCircle from '@material-ui/icons/PauseCircleOutline';
import RemoveCircle from '@material-ui/icons/RemoveCircleOutline';
import Replay from '@material-ui/icons/Replay';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import Visibility from '@material-ui/icons/VisibilityOff';
import type { StateIcon } from '../components/StatusLabel';

/** One shape for each state, so that no two differ by colour alone. @internal */
export const requestIcons: Record<RequestLabel, StateIcon> = {
  'deletion-blocked': DeleteForever,
  deleting: DeleteOutline,
  paused: PauseCircle,
  'waiting-for-approval': AssignmentLate,
  failed: ErrorOutline,
  'not-delivered': CloudOff,
  'no-destination': LocationOff,
  unhealthy: HighlightOff,
  retrying: Replay,
  blocked: Block,
  'waiting-for-platform': HourglassEmpty,
  'in-progress': Autorenew,
  misplaced: NotListedLocation,
  degraded: ReportProblem,
  ready: CheckCircle,
  'ready-delivery-not-visible': Visibility,
  gone: RemoveCircle,
  unknown: HelpOutline,
};

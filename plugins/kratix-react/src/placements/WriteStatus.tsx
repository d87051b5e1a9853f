import type {
  PlacementView,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CloudOff from '@material-ui/icons/CloudOff';
import CloudUpload from '@material-ui/icons/CloudUploadOutlined';
import History from '@material-ui/icons/History';
import LocationOff from '@material-ui/icons/LocationOff';
import NotListedLocation from '@material-ui/icons/NotListedLocation';
import { StatusLabel, type StateIcon } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';

const looks: Record<PlacementView['write'], { tone: Tone; icon: StateIcon }> = {
  written: { tone: 'ok', icon: CheckCircle },
  'earlier-content': { tone: 'progress', icon: History },
  writing: { tone: 'progress', icon: CloudUpload },
  failed: { tone: 'error', icon: CloudOff },
  'not-scheduled': { tone: 'error', icon: LocationOff },
  misplaced: { tone: 'warn', icon: NotListedLocation },
};

/** Whether the files of a placement are where they belong. @public */
export function WriteStatus(props: { write: PlacementView['write'] }) {
  const { t } = useKratixTranslation();
  return (
    <StatusLabel {...looks[props.write]}>
      {t(`placement.write.${props.write}`)}
    </StatusLabel>
  );
}

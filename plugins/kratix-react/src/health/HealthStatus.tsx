import type {
  HealthState,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import Favorite from '@material-ui/icons/FavoriteBorder';
import HelpOutline from '@material-ui/icons/HelpOutline';
import HighlightOff from '@material-ui/icons/HighlightOff';
import Remove from '@material-ui/icons/Remove';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import { StatusLabel, type StateIcon } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';

const looks: Record<HealthState, { tone: Tone; icon: StateIcon }> = {
  healthy: { tone: 'ok', icon: Favorite },
  degraded: { tone: 'warn', icon: ReportProblem },
  unhealthy: { tone: 'error', icon: HighlightOff },
  unknown: { tone: 'neutral', icon: HelpOutline },
  'not-reported': { tone: 'neutral', icon: Remove },
};

/** Whether it works; never mixed with whether it was delivered. @public */
export function HealthStatus(props: { state: HealthState }) {
  const { t } = useKratixTranslation();
  return (
    <StatusLabel {...looks[props.state]}>
      {t(`health.state.${props.state}`)}
    </StatusLabel>
  );
}

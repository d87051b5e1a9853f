import type {
  DestinationDescription,
  DestinationLabel,
  StoreLabel,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CloudOff from '@material-ui/icons/CloudOff';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import Lock from '@material-ui/icons/LockOutlined';
import NotListedLocation from '@material-ui/icons/NotListedLocation';
import Schedule from '@material-ui/icons/Schedule';
import Storage from '@material-ui/icons/StorageOutlined';
import VpnKey from '@material-ui/icons/VpnKeyOutlined';
import { StatusLabel, type StateIcon } from '../components/StatusLabel';
import { useKratixTranslation } from '../translation';

const icons: Record<DestinationLabel, StateIcon> = {
  deleting: DeleteOutline,
  ready: CheckCircle,
  'store-not-ready': Storage,
  'store-missing': HelpOutline,
  'write-failed': CloudOff,
  'not-ready': ErrorOutline,
  'not-checked': Schedule,
  'unknown-to-platform': NotListedLocation,
};

/** The state of a Destination, as of its last check. @public */
export function DestinationStatus(props: {
  description: DestinationDescription;
}) {
  const { t } = useKratixTranslation();
  const { label, tone, flags } = props.description;
  const word = t(`placement.destination.${label}`);
  const old = flags.includes('last-known');
  return (
    <StatusLabel tone={tone} icon={old ? Schedule : icons[label]}>
      {old ? t('request.lastKnown', { status: word }) : word}
    </StatusLabel>
  );
}

const storeLooks: Record<StoreLabel, { tone: Tone; icon: StateIcon }> = {
  ready: { tone: 'ok', icon: CheckCircle },
  'credentials-missing': { tone: 'error', icon: VpnKey },
  refused: { tone: 'error', icon: Lock },
  'not-ready': { tone: 'error', icon: Storage },
  'not-checked': { tone: 'neutral', icon: Schedule },
};

/** The state of the store behind a Destination. @public */
export function StoreStatus(props: { label: StoreLabel }) {
  const { t } = useKratixTranslation();
  return (
    <StatusLabel {...storeLooks[props.label]}>
      {t(`placement.store.${props.label}`)}
    </StatusLabel>
  );
}

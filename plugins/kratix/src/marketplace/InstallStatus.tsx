import type {
  InstallState,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  type KratixMarketplaceT,
  type StateIcon,
  StatusLabel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddCircle from '@material-ui/icons/AddCircleOutline';
import Block from '@material-ui/icons/Block';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import CompareArrows from '@material-ui/icons/CompareArrows';
import FastForward from '@material-ui/icons/FastForward';
import HelpOutline from '@material-ui/icons/HelpOutline';
import SwapHoriz from '@material-ui/icons/SwapHoriz';
import SystemUpdate from '@material-ui/icons/SystemUpdateAlt';

type State = InstallState['state'];

const looks: Record<State, { tone: Tone; icon: StateIcon }> = {
  'not-installed': { tone: 'neutral', icon: AddCircle },
  installed: { tone: 'ok', icon: CheckCircle },
  update: { tone: 'progress', icon: SystemUpdate },
  'newer-installed': { tone: 'neutral', icon: FastForward },
  differs: { tone: 'warn', icon: CompareArrows },
  elsewhere: { tone: 'neutral', icon: SwapHoriz },
  'name-taken': { tone: 'warn', icon: Block },
  unknown: { tone: 'neutral', icon: HelpOutline },
};

/** What a platform has of a listing, in a few words. Pure. @internal */
export function installWords(
  of: {
    state: State;
    /** Of what is installed. */
    version?: string;
    /** Of the listing. */
    offered?: string;
  },
  t: KratixMarketplaceT,
): string {
  const { state, version, offered } = of;
  if (state === 'update' && offered) {
    return t('marketplace.install.update', { version: offered });
  }
  if (
    version &&
    (state === 'installed' ||
      state === 'newer-installed' ||
      state === 'differs')
  ) {
    return t(`marketplace.install.${state}`, { version });
  }
  return t(`marketplace.state.${state}`);
}

/** The same with an icon. @internal */
export function InstallStatus(props: {
  state: State;
  version?: string;
  offered?: string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { state, version } = props;
  const { tone, icon } = looks[state];
  return (
    <span
      title={
        state === 'update' && version
          ? t('marketplace.install.updateFrom', { version })
          : undefined
      }
    >
      <StatusLabel tone={tone} icon={icon}>
        {installWords(props, t)}
      </StatusLabel>
    </span>
  );
}

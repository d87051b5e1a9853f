import type {
  RequestDescription,
  Tone,
  VersionState,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { Tag } from '../components/Tag';
import { useKratixTranslation } from '../translation';

const tones: Record<VersionState, Tone | undefined> = {
  latest: undefined,
  outdated: 'warn',
  pinned: undefined,
  upgrading: 'progress',
  'upgrade-failed': 'error',
  'version-missing': 'error',
  unversioned: undefined,
};

/** The version something runs on, with what is to be said about it. @public */
export function VersionTag(props: { version: RequestDescription['version'] }) {
  const { t } = useKratixTranslation();
  const { state, applied } = props.version;
  const word = t(`version.state.${state}`);
  // Nothing was applied yet: it is on no version, but it is known which it takes.
  if (!applied && state === 'latest') {
    return <Tag>{t('version.followsLatest')}</Tag>;
  }
  if (!applied) return <Tag tone={tones[state]}>{word}</Tag>;
  return (
    <Tag tone={tones[state]}>
      <bdi>{applied}</bdi>
      {state === 'latest' ? null : <span>{word}</span>}
    </Tag>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RequestDescription,
  Tone,
  VersionState,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { Tag } from '../components/Tag';
import { kratixTranslationRef } from '../translation';

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
  const { t } = useTranslationRef(kratixTranslationRef);
  const { state, applied, wanted } = props.version;
  const word = t(`version.state.${state}`);
  const shown = applied ?? wanted;
  if (!shown) return <Tag tone={tones[state]}>{word}</Tag>;
  return (
    <Tag tone={tones[state]}>
      <bdi>{shown}</bdi>
      {state === 'latest' ? null : <span>{word}</span>}
    </Tag>
  );
}

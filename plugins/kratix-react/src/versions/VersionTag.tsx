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
  const { state, applied } = props.version;
  const word = t(`version.state.${state}`);
  // Nothing is applied yet, so nothing can be said of it.
  if (!applied && state === 'latest') return <>–</>;
  if (!applied) return <Tag tone={tones[state]}>{word}</Tag>;
  return (
    <Tag tone={tones[state]}>
      <bdi>{applied}</bdi>
      {state === 'latest' ? null : <span>{word}</span>}
    </Tag>
  );
}

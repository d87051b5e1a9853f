import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  type Fact,
  FactList,
  TimeAgo,
  useFormats,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { EntityLink } from '../navigation';
import { FeatureList } from './FeatureList';

/** A platform's connection: who answers, how fast, whose rights count, what is there. @internal */
export function PlatformFacts(props: { platform: PlatformView }) {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { platform } = props;
  const { delayMs, features, owner } = platform;
  const facts: Fact[] = [
    [t('platforms.fact.version'), platform.apiServerVersion ?? '–'],
    [
      t('platforms.fact.contact'),
      <TimeAgo time={platform.description.lastContact} />,
    ],
    [
      t('platforms.fact.delay'),
      delayMs === undefined
        ? '–'
        : t('platforms.fact.delayValue', {
            seconds: number(Math.round(delayMs / 10) / 100),
          }),
    ],
    [
      t('platforms.fact.identity'),
      t(`platforms.identity.${platform.identity}`),
    ],
    [t('platforms.fact.features'), <FeatureList features={features} />],
  ];
  if (owner) {
    facts.push([t('platforms.fact.owner'), <EntityLink entityRef={owner} />]);
  }
  return <FactList facts={facts} />;
}

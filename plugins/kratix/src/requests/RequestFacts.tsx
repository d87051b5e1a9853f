import { Link } from '@backstage/core-components';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  type Fact,
  FactList,
  useKratixTranslation,
  TimeAgo,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { EntityLink, useLinks } from '../navigation';

/** Whose it is, since when, for what and on which version. @internal */
export function RequestFacts(props: { request: RequestDetail }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { request } = props;
  const entity = links.entity(request.entityRef);
  const facts: Fact[] = [
    [
      t('requestPage.facts.team'),
      request.owner ? (
        <EntityLink entityRef={request.owner} />
      ) : (
        <span title={t('requestPage.facts.noTeamHint')}>
          {t('requestPage.facts.noTeam')}
        </span>
      ),
    ],
    [
      t('requestPage.facts.requester'),
      request.requester ? (
        <EntityLink entityRef={request.requester} />
      ) : (
        t('requestPage.facts.outside')
      ),
    ],
    [t('requestPage.facts.created'), <TimeAgo time={request.createdAt} />],
    [
      t('requestPage.facts.namespace'),
      request.namespace === '-'
        ? t('requestPage.facts.clusterWide')
        : request.namespace,
    ],
    [
      t('requestPage.facts.platform'),
      <Link to={links.platform(request.platform)}>
        {request.freshness.title}
      </Link>,
    ],
    [
      t('requestPage.facts.version'),
      <VersionTag version={request.description.version} />,
    ],
  ];
  if (request.service) {
    facts.push([
      t('requestPage.facts.service'),
      <EntityLink entityRef={request.service} />,
    ]);
  }
  if (request.binding) {
    facts.push([
      t('requestPage.facts.binding'),
      request.binding.version === 'latest'
        ? t('requestPage.facts.bindingLatest')
        : t('requestPage.facts.bindingPinned', {
            version: request.binding.version,
          }),
    ]);
  }
  if (request.nextRunAt) {
    facts.push([
      t('requestPage.facts.nextRun'),
      <TimeAgo time={request.nextRunAt} />,
    ]);
  }
  if (entity) {
    facts.push([
      t('requestPage.facts.entity'),
      <Link to={entity}>{t('requestPage.facts.entityLink')}</Link>,
    ]);
  }
  return <FactList facts={facts} />;
}

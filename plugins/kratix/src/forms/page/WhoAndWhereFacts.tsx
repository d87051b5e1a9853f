import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  type Fact,
  FactList,
  useKratixTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { shortRef } from './ServiceField';

/** Name and place of a request that exists: to read, for it keeps them. @internal */
export function WhoAndWhereFacts(props: { request: RequestDetail }) {
  const { t } = useKratixTranslation();
  const { name, namespace, owner, service, freshness } = props.request;
  const facts: Fact[] = [
    [t('formPage.where.name'), name],
    [t('formPage.where.team'), owner && shortRef(owner)],
    [t('formPage.where.namespace'), namespace === '-' ? undefined : namespace],
    [t('formPage.where.platform'), freshness.title],
    [t('formPage.where.service'), service && shortRef(service)],
  ];
  return (
    <Panel title={t('formPage.where.title')}>
      <FactList facts={facts} />
    </Panel>
  );
}

import { useEntity } from '@backstage/plugin-catalog-react';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { OfRequestEntity } from '../entities/OfRequestEntity';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { useQuerySection } from '../sections';
import { requestSections, RequestSections } from './RequestSections';
import { useRequest } from './useRequest';

/** The request's page as a tab of its entity. @public */
export function RequestEntityContent() {
  const { entity } = useEntity();
  return (
    <OfRequestEntity entity={entity}>
      {request => <Sections request={request} />}
    </OfRequestEntity>
  );
}

function Sections(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const request = useRequest(props.request);
  const section = useQuerySection(requestSections);
  return (
    <Loaded
      of={request}
      skeleton={<SkeletonRows count={10} height={32} />}
      forbidden={{
        what: t('requestPage.what'),
        permission: 'kratix.request.read',
      }}
    >
      {value => (
        <>
          <SilentPlatforms freshness={[value.freshness]} />
          <RequestSections request={value} section={section} />
        </>
      )}
    </Loaded>
  );
}

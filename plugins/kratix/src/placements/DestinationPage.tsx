import {
  DestinationStatus,
  useKratixTranslation,
  SkeletonRows,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { DetailPage, PageHeading, usePageTitle } from '../shell';
import { DestinationDetailView } from './DestinationDetailView';
import { useDestination } from './useDestinations';

/** S8: one Destination. @internal */
export function DestinationPage() {
  const { platform = '', name = '' } = useParams();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const destination = useDestination({ platform, name });
  const label =
    destination.state === 'ready'
      ? destination.value.description.label
      : undefined;
  usePageTitle(name, label && t(`placement.destination.${label}`));
  return (
    <DetailPage
      of={destination}
      back={{ to: links.destinations(), title: t('destinations.back') }}
      heading={value => (
        <PageHeading
          title={name}
          facts={
            value && (
              <>
                <DestinationStatus description={value.description} />
                <span>{value.freshness.title}</span>
                {value.strict && <Tag>{t('destinations.strict')}</Tag>}
                {value.previewOnly && <Tag>{t('destinations.preview')}</Tag>}
              </>
            )
          }
        />
      )}
      skeleton={<SkeletonRows count={8} height={28} />}
      forbidden={{
        what: t('destinations.whatOne'),
        permission: 'kratix.destination.read',
      }}
    >
      {value => (
        <>
          <SilentPlatforms freshness={[value.freshness]} />
          <DestinationDetailView destination={value} />
        </>
      )}
    </DetailPage>
  );
}

import {
  DestinationStatus,
  useKratixTranslation,
  Loaded,
  PartialStrip,
  SkeletonRows,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { BackLink, PageHeading, usePageTitle, useReportStatus } from '../shell';
import { DestinationDetailView } from './DestinationDetailView';
import { useDestination } from './useDestinations';

/** S8: one Destination. @internal */
export function DestinationPage() {
  const { platform = '', name = '' } = useParams();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const destination = useDestination({ platform, name });
  useReportStatus(destination);
  const known = destination.state === 'ready' ? destination.value : undefined;
  usePageTitle(
    name,
    known && t(`placement.destination.${known.description.label}`),
  );
  return (
    <>
      <BackLink to={links.destinations()}>{t('destinations.back')}</BackLink>
      <PageHeading title={name}>
        {known && (
          <>
            <DestinationStatus description={known.description} />
            <span>{known.freshness.title}</span>
            {known.strict && <Tag>{t('destinations.strict')}</Tag>}
            {known.previewOnly && <Tag>{t('destinations.preview')}</Tag>}
          </>
        )}
      </PageHeading>
      <Loaded
        of={destination}
        skeleton={<SkeletonRows count={8} height={28} />}
        forbidden={{
          what: t('destinations.whatOne'),
          permission: 'kratix.destination.read',
        }}
      >
        {value => (
          <>
            <PartialStrip
              freshness={[value.freshness]}
              details={id => <PlatformDetailsLink platform={id} />}
            />
            <DestinationDetailView destination={value} />
          </>
        )}
      </Loaded>
    </>
  );
}

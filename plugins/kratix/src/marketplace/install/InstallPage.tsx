import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  ForbiddenNotice,
  useKratixMarketplaceTranslation,
  Loaded,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useLinks } from '../../navigation';
import { BackLink, PageHeading, useReportStatus } from '../../shell';
import { useListing } from '../useListing';
import { readInstallLink } from './installLink';
import { InstallWizard } from './InstallWizard';

/** S7: install or upgrade from a listing. @internal */
export function InstallPage() {
  const { source = '', entry = '' } = useParams();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const ref = { source, entry };
  const listing = useListing(ref);
  useReportStatus(listing);
  const name = listing.state === 'ready' ? listing.value.title : entry;
  return (
    <>
      <BackLink to={links.listing(ref)}>{t('install.back', { name })}</BackLink>
      {listing.state !== 'ready' && (
        <PageHeading title={t('install.title.install', { name })} />
      )}
      <Loaded
        of={listing}
        skeleton={<SkeletonRows count={8} height={44} />}
        forbidden={{
          what: t('install.what'),
          permission: 'kratix.marketplace.read',
        }}
      >
        {value => <Installable key={`${source}/${entry}`} listing={value} />}
      </Loaded>
    </>
  );
}

function Installable({ listing }: { listing: ListingDetail }) {
  const { t } = useKratixMarketplaceTranslation();
  const [params] = useSearchParams();
  const { allowed, problem } = listing;
  const follows = readInstallLink(params).step === 'progress';
  if (problem) {
    return (
      <>
        <PageHeading
          title={t('install.title.install', { name: listing.title })}
        />
        <EmptyState
          title={t('install.broken')}
          text={t('install.brokenHint', { problem })}
        />
      </>
    );
  }
  // Following an install needs no right to make one.
  if (!allowed.install && !allowed.upgrade && !follows) {
    return (
      <>
        <PageHeading
          title={t('install.title.install', { name: listing.title })}
        />
        <ForbiddenNotice
          what={t('install.notAllowed')}
          permission="kratix.promise.install"
        />
      </>
    );
  }
  return <InstallWizard listing={listing} />;
}

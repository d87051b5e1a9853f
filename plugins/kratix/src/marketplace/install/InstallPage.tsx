import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  ForbiddenNotice,
  useKratixMarketplaceTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useLinks } from '../../navigation';
import { DetailPage, PageHeading } from '../../shell';
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
  const name = listing.state === 'ready' ? listing.value.title : entry;
  return (
    <DetailPage
      of={listing}
      back={{ to: links.listing(ref), title: t('install.back', { name }) }}
      heading={value =>
        !value && <PageHeading title={t('install.title.install', { name })} />
      }
      skeleton={<SkeletonRows count={8} height={44} />}
      forbidden={{
        what: t('install.what'),
        permission: 'kratix.marketplace.read',
      }}
    >
      {value => <Installable key={`${source}/${entry}`} listing={value} />}
    </DetailPage>
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

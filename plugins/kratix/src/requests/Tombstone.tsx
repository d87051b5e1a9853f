import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { PageHeading, usePageTitle } from '../shell';

/** A request that is not there, said without guessing why. @internal */
export function Tombstone(props: { request: RequestRef; wasThere: boolean }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { titleOf } = usePlatformTitles();
  const { request, wasThere } = props;
  // That it is gone is known of what was seen here, and of nothing else.
  const title = wasThere
    ? t('requestPage.gone.title', { name: request.name })
    : request.name;
  usePageTitle(title);
  return (
    <>
      <PageHeading title={title} />
      <EmptyState
        title={
          wasThere
            ? t('requestPage.gone.removed')
            : t('requestPage.gone.text', {
                platform: titleOf(request.platform),
              })
        }
        action={
          <ActionButton to={links.requests()}>
            {t('requestPage.gone.list')}
          </ActionButton>
        }
      />
    </>
  );
}

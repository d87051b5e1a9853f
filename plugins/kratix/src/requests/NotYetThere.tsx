import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Typography from '@material-ui/core/Typography';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { PageHeading, usePageTitle } from '../shell';

/** A request that was accepted and that its platform does not show yet. @internal */
export function NotYetThere(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const { titleOf } = usePlatformTitles();
  const { platform, name } = props.request;
  usePageTitle(name, t('request.status.waiting-for-platform'));
  return (
    <>
      <PageHeading title={name} />
      <div role="status">
        <Typography variant="h6" component="h2">
          {t('request.status.waiting-for-platform')}
        </Typography>
        <Typography paragraph>
          {t('requestPage.notYet', { platform: titleOf(platform) })}
        </Typography>
      </div>
      <SkeletonRows count={8} height={32} />
    </>
  );
}

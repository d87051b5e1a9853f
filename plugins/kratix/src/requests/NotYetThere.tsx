import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  SkeletonRows,
  usePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Typography from '@material-ui/core/Typography';
import { PageHeading, usePageTitle } from '../shell';

/** A request that was accepted and that its platform does not show yet. @internal */
export function NotYetThere(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const platforms = usePlatforms();
  const { platform, name } = props.request;
  usePageTitle(name, t('request.status.waiting-for-platform'));
  const known =
    platforms.state === 'ready'
      ? platforms.value.items.find(({ id }) => id === platform)
      : undefined;
  return (
    <>
      <PageHeading title={name} />
      <div role="status">
        <Typography variant="h6" component="h2">
          {t('request.status.waiting-for-platform')}
        </Typography>
        <Typography paragraph>
          {t('requestPage.notYet', { platform: known?.title ?? platform })}
        </Typography>
      </div>
      <SkeletonRows count={8} height={32} />
    </>
  );
}

import type { UninstallImpact } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ConsequenceList } from '../../actions';
import { impactGroups } from './impactGroups';
import { RequestNames } from './RequestNames';
import { WorkNames } from './WorkNames';

/** What an uninstall takes along, breaks, waits for and runs. @internal */
export function ImpactView(props: { impact: UninstallImpact }) {
  const { t } = useKratixMarketplaceTranslation();
  const { list } = useFormats();
  const { impact } = props;
  const { target } = impact;
  return (
    <>
      <p>
        {target.kind === 'PromiseRelease'
          ? t('uninstall.targetRelease', { name: target.name })
          : t('uninstall.target', { kind: target.kind, name: target.name })}
      </p>
      <ConsequenceList groups={impactGroups(impact, { t, list })} />
      <RequestNames requests={impact.requests} />
      <WorkNames impact={impact} />
    </>
  );
}

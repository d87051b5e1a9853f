import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { FormNotice } from '../../forms/page/FormNotice';
import { itemKey } from './installPlan';
import { PlanPanel } from './PlanPanel';
import { PreflightPanel } from './PreflightPanel';
import { UpgradePanel } from './UpgradePanel';
import type { Manifest } from './useManifest';
import type { PlanPreflights } from './usePlanPreflights';

/** What would happen, Promise by Promise, before anything does. @internal */
export function PreflightStep(props: {
  listing: ListingDetail;
  manifest: Manifest;
  preflights: PlanPreflights;
  ticks: ReadonlySet<string>;
  onTick: (key: string, ticked: boolean) => void;
  onAdd: (names: string[]) => void;
  onRemove: (name: string) => void;
  onAgain: () => void;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { preflights, manifest, onAdd } = props;
  const { items, missing, runs } = preflights;
  const offered = missing
    .filter(({ listing }) => listing)
    .map(({ name }) => name);
  return (
    <>
      <FormNotice tone="warn">{t('install.power')}</FormNotice>
      {(items.length > 1 || missing.length > 0) && (
        <PlanPanel
          items={items}
          missing={missing}
          onAdd={onAdd}
          onRemove={props.onRemove}
        />
      )}
      {items.map(item => {
        const run = runs[itemKey(item)] ?? { state: 'running' };
        const upgrade = run.state === 'done' ? run.report.upgrade : undefined;
        return (
          <PreflightPanel
            key={itemKey(item)}
            item={item}
            items={items}
            run={run}
            ticks={props.ticks}
            manifest={item.main ? manifest.document.value : undefined}
            offered={offered}
            onTick={props.onTick}
            onAdd={name => onAdd([name])}
            onAgain={props.onAgain}
          >
            {upgrade && <UpgradePanel upgrade={upgrade} />}
          </PreflightPanel>
        );
      })}
    </>
  );
}

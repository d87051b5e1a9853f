import {
  schedulingVerdicts,
  selectorsIn,
  valueAt,
  wantedLabels,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  useLive,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { WhyNotTable } from '../../placements/WhyNotTable';

/** Each Destination of a platform against the selectors of a manifest. @internal */
export function DestinationMatch(props: {
  platform: string;
  manifest: Record<string, unknown>;
}) {
  const { t } = useKratixTranslation();
  const { platform, manifest } = props;
  const destinations = useLive({
    key: `destinations of ${platform}`,
    read: (api, signal) =>
      api.listDestinations({ platform: [platform], size: 100 }, { signal }),
    onEvent: event =>
      event.type === 'destination' && event.ref.platform === platform
        ? 'refresh'
        : 'none',
  });
  const selectors = selectorsIn(
    valueAt(manifest, 'spec', 'destinationSelectors'),
  );
  return (
    <Loaded
      of={destinations}
      forbidden={{
        what: t('destinations.what'),
        permission: 'kratix.destination.read',
      }}
    >
      {({ items }) => (
        <WhyNotTable
          labels={wantedLabels(selectors)}
          verdicts={schedulingVerdicts(
            selectors,
            items
              .filter(one => one.platform === platform)
              .map(({ name, labels, strict }) => ({
                apiVersion: 'platform.kratix.io/v1alpha1',
                kind: 'Destination',
                metadata: { name, labels },
                spec: { strictMatchLabels: strict },
              })),
          )}
        />
      )}
    </Loaded>
  );
}

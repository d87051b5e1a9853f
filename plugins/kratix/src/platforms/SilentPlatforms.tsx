import type { Freshness } from '@kratix-portal/backstage-plugin-kratix-common';
import { PartialStrip } from '@kratix-portal/backstage-plugin-kratix-react';
import { PlatformDetailsLink } from './PlatformDetailsLink';

/** The platforms whose part is missing or old, each with a way to more. @internal */
export function SilentPlatforms(props: { freshness: Freshness[] }) {
  return (
    <PartialStrip
      freshness={props.freshness}
      details={platform => <PlatformDetailsLink platform={platform} />}
    />
  );
}

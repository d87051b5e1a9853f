import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  DestinationDetail,
  DestinationRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  Count,
  DestinationStatus,
  useKratixTranslation,
  Loaded,
  Panel,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { OfNamedEntity } from '../entities/OfNamedEntity';
import { useLinks } from '../navigation';
import { DestinationDetailView } from './DestinationDetailView';
import { LabelTags } from './LabelTags';
import { useDestination } from './useDestinations';

/** On the page of a Destination's entity: its state in short. @public */
export function DestinationStateCard() {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  return (
    <Panel title={t('shell.title')}>
      <OfNamedEntity entity={entity}>
        {ref => (
          <Loader destination={ref}>
            {destination => <DestinationStateView destination={destination} />}
          </Loader>
        )}
      </OfNamedEntity>
    </Panel>
  );
}

/** The Destination's page as a tab of its entity. @public */
export function DestinationEntityContent() {
  const { entity } = useEntity();
  return (
    <OfNamedEntity entity={entity}>
      {ref => (
        <Loader destination={ref}>
          {destination => <DestinationDetailView destination={destination} />}
        </Loader>
      )}
    </OfNamedEntity>
  );
}

function Loader(props: {
  destination: DestinationRef;
  children: (destination: DestinationDetail) => ReactNode;
}) {
  const { t } = useKratixTranslation();
  const destination = useDestination(props.destination);
  return (
    <Loaded
      of={destination}
      skeleton={<SkeletonRows count={5} />}
      forbidden={{
        what: t('destinations.whatOne'),
        permission: 'kratix.destination.read',
      }}
    >
      {props.children}
    </Loaded>
  );
}

/** @internal */
export function DestinationStateView(props: {
  destination: DestinationDetail;
}) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { destination } = props;
  const { counts } = destination;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        <DestinationStatus description={destination.description} />
      </p>
      <CauseList causes={destination.description.causes} />
      <p>
        {t('destinations.column.placements')} <Count of={counts?.placements} />{' '}
        · {t('destinations.column.failing')} <Count of={counts?.failing} />
      </p>
      <p>
        <LabelTags labels={destination.labels} />
      </p>
      <Link to={links.destination(destination)}>
        {t('requestPage.action.openNamed', { name: destination.name })}
      </Link>
    </>
  );
}

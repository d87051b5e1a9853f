import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  SkeletonRows,
  usePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useAnnotationPrefix } from '../entities/entityAnnotations';
import { MissingAnnotation } from '../entities/MissingAnnotation';
import { PlatformPanel } from './PlatformPanel';

/** On the page of a platform's entity: its connection. @public */
export function PlatformStateCard() {
  return <OfEntity />;
}

/** The platform's page as a tab of its entity. @public */
export function PlatformEntityContent() {
  return <OfEntity open />;
}

function OfEntity(props: { open?: boolean }) {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  const annotation = `${useAnnotationPrefix()}platform`;
  const platforms = usePlatforms();
  const id = entity.metadata.annotations?.[annotation];
  if (!id) return <MissingAnnotation annotation={annotation} />;
  return (
    <Loaded
      of={platforms}
      skeleton={<SkeletonRows count={5} />}
      forbidden={{
        what: t('platforms.what'),
        permission: 'kratix.platform.read',
      }}
    >
      {({ items }) => {
        const platform = items.find(item => item.id === id);
        return platform ? (
          <PlatformPanel platform={platform} open={props.open} />
        ) : (
          <EmptyState compact title={t('shared.problem.notFound')} />
        );
      }}
    </Loaded>
  );
}

import type { Entity } from '@backstage/catalog-model';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  SkeletonRows,
  useLive,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { namedBy, useAnnotationPrefix, type Named } from './entityAnnotations';
import { MissingAnnotation } from './MissingAnnotation';

/**
 * The request an entity stands for. Entities of our catalog module name it
 * outright; those of other generators leave out the platform or the CRD, and
 * it is looked for by its name.
 *
 * @internal
 */
export function OfRequestEntity(props: {
  entity: Entity;
  children: (request: RequestRef) => ReactNode;
}) {
  const prefix = useAnnotationPrefix();
  const { entity, children } = props;
  const named = namedBy(entity, prefix);
  if (!named.found) return <MissingAnnotation annotation={named.missing} />;
  const { platform, crd, namespace, name } = named;
  if (platform && crd) {
    return <>{children({ platform, crd, namespace, name })}</>;
  }
  return <Sought named={named}>{children}</Sought>;
}

function Sought(props: {
  named: Extract<Named, { found: true }>;
  children: (request: RequestRef) => ReactNode;
}) {
  const { t } = useKratixTranslation();
  const { named, children } = props;
  const { platform, promise, namespace, name } = named;
  const query = { q: name, namespace, promise, platform, size: 100 };
  const found = useLive<RequestRef | 'none'>({
    key: `sought ${JSON.stringify(query)}`,
    read: async (api, signal) => {
      const { items } = await api.listRequests(query, { signal });
      return items.find(item => item.name === name) ?? 'none';
    },
    isEmpty: value => value === 'none',
    onEvent: (event, value) =>
      event.type === 'request' && value === 'none' ? 'refresh' : 'none',
  });
  return (
    <Loaded
      of={found}
      skeleton={<SkeletonRows count={4} />}
      forbidden={{
        what: t('requestPage.what'),
        permission: 'kratix.request.read',
      }}
      empty={
        <EmptyState
          compact
          title={t('requestPage.gone.text', { platform: platform ?? 'Kratix' })}
        />
      }
    >
      {value => (value === 'none' ? null : children(value))}
    </Loaded>
  );
}

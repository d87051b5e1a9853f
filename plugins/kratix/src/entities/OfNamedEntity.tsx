import type { Entity } from '@backstage/catalog-model';
import type { ReactNode } from 'react';
import { namedBy, useAnnotationPrefix } from './entityAnnotations';
import { MissingAnnotation } from './MissingAnnotation';

/** The Promise or Destination an entity stands for. @internal */
export function OfNamedEntity(props: {
  entity: Entity;
  children: (ref: { platform: string; name: string }) => ReactNode;
}) {
  const prefix = useAnnotationPrefix();
  const { entity, children } = props;
  const named = namedBy(entity, prefix);
  if (!named.found) return <MissingAnnotation annotation={named.missing} />;
  const { platform, name } = named;
  if (!platform) return <MissingAnnotation annotation={`${prefix}platform`} />;
  return <>{children({ platform, name })}</>;
}

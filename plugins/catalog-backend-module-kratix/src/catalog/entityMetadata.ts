import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  type EntityMeta,
} from '@backstage/catalog-model';
import type { EntityOptions } from './entityOptions';

/**
 * What the metadata of all our entities share.
 *
 * @param page - route of the plugin page about the object
 * @internal
 */
export function entityMetadata(
  options: EntityOptions,
  given: {
    name: string;
    title: string;
    description?: string;
    tags?: string[];
    /** `promises/redis`: where on the platform the object is. */
    location: string;
    page: string;
    annotations: Record<string, string | undefined>;
  },
): EntityMeta {
  const { platform, annotationPrefix, appBaseUrl } = options;
  const { name, title, description, tags = [], location, page } = given;
  const origin = `kratix:${platform.id}/${location}`;
  const url = appBaseUrl && `${appBaseUrl}/kratix/${page}`;
  return {
    name,
    title,
    ...(description && { description }),
    ...(tags.length > 0 && { tags }),
    annotations: {
      [ANNOTATION_LOCATION]: origin,
      [ANNOTATION_ORIGIN_LOCATION]: origin,
      ...(url && { [ANNOTATION_VIEW_URL]: url }),
      [`${annotationPrefix}platform`]: platform.id,
      ...withoutAbsent(given.annotations),
    },
    ...(url && {
      links: [{ url, title: 'Open in Kratix', icon: 'dashboard' }],
    }),
  };
}

function withoutAbsent(
  annotations: Record<string, string | undefined>,
): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(annotations)) {
    if (value !== undefined) present[key] = value;
  }
  return present;
}

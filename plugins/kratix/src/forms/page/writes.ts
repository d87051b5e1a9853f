import {
  changesBetween,
  isRecord,
  patchOfChanges,
  type CreateRequestBody,
  type UpdateRequestBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ownFields } from './formStart';

/** Who a new request is for. @internal */
export interface Who {
  /** Entity ref of the owning Group. */
  team?: string;
  /** Entity ref of the Component it is for. */
  service?: string;
}

/**
 * What is sent to make a request. `lean` leaves out what equals its default.
 *
 * @internal
 */
export function createBody(options: {
  manifest: unknown;
  who: Who;
  lean: (fields: Record<string, unknown>) => Record<string, unknown>;
}): CreateRequestBody {
  const { manifest, who, lean } = options;
  const metadata =
    isRecord(manifest) && isRecord(manifest.metadata) ? manifest.metadata : {};
  const { name, namespace = '-' } = metadata;
  return {
    name: textOf(name),
    namespace: textOf(namespace),
    object: lean(ownFields(manifest)),
    ...(who.team && { owner: who.team }),
    ...(who.service && { service: who.service }),
    ...textsOf('labels', metadata.labels),
    ...textsOf('annotations', metadata.annotations),
  };
}

/** What is sent to change one: what differs, nothing else. @internal */
export function updateBody(options: {
  base: unknown;
  manifest: unknown;
  generation: number;
}): UpdateRequestBody {
  const { base, manifest, generation } = options;
  const changes = changesBetween(ownFields(base), ownFields(manifest));
  return { generation, patch: patchOfChanges(changes) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(key: 'labels' | 'annotations', value: unknown) {
  if (!isRecord(value) || Object.keys(value).length === 0) return {};
  return {
    [key]: Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, String(one)]),
    ),
  };
}

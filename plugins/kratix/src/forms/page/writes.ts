import {
  isRecord,
  type CreateRequestBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ownFields } from './formStart';

/** Who a new request is for. @internal */
export interface Who {
  /** Entity ref of the owning Group. */
  team?: string;
  /** Entity ref of the Component it is for. */
  service?: string;
}

/** What is sent to make the request that a manifest says. @internal */
export function createBody(manifest: unknown, who: Who): CreateRequestBody {
  const metadata =
    isRecord(manifest) && isRecord(manifest.metadata) ? manifest.metadata : {};
  const { name, namespace = '-' } = metadata;
  return {
    name: textOf(name),
    namespace: textOf(namespace),
    object: ownFields(manifest),
    ...(who.team && { owner: who.team }),
    ...(who.service && { service: who.service }),
    ...textsOf('labels', metadata.labels),
    ...textsOf('annotations', metadata.annotations),
  };
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

import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Response } from 'express';
import {
  apiVersionOf,
  badRequest,
  groupOf,
  invalid,
  notFound,
  unsupportedMediaType,
  type DeleteOptions,
  type WriteOptions,
} from '../store';
import { mediaType, readBody, readObject, readOptions } from './body';
import type { KubeContext, ResourceExchange } from './context';
import { eventsGroup } from './discovery';
import { eventAsInvolved } from './eventViews';
import { selectionOf } from './selection';

/** RFC 7234: 299 is a warning of no particular kind. */
function warn(res: Response, text: string) {
  const quoted = text.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
  // A header holds one line of Latin-1.
  const safe = quoted.replace(/[^\x20-\x7e]/g, ' ');
  res.append('Warning', `299 - "${safe}"`);
}

function writeOptions({ call, res, user }: ResourceExchange): WriteOptions {
  const mode = call.query.get('fieldValidation') ?? 'Warn';
  return {
    dryRun: call.query.get('dryRun') === 'All',
    user: user.name,
    fieldValidation: mode === 'Strict' || mode === 'Ignore' ? mode : 'Warn',
    onWarning: text => warn(res, text),
  };
}

function given({ req, resource, kind }: ResourceExchange): KubeObject {
  const body = readObject(req);
  const { group, version, name, namespace, plural } = resource;
  const apiVersion = apiVersionOf(group, version);
  if (!body.kind || !body.apiVersion) {
    throw badRequest(
      `Object 'Kind' is missing in '${stringifyExact(body).slice(0, 200)}'`,
    );
  }
  if (body.apiVersion !== apiVersion || body.kind !== kind.kind) {
    throw badRequest(
      `the API version in the data (${body.apiVersion}) does not match the expected API version (${apiVersion})`,
    );
  }
  const { metadata } = body;
  if (
    metadata.namespace &&
    kind.namespaced &&
    metadata.namespace !== namespace
  ) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  if (name && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const object = {
    ...body,
    metadata: { ...metadata, ...(kind.namespaced && { namespace }) },
  };
  return groupOf(apiVersion) === eventsGroup && plural === 'events'
    ? eventAsInvolved(object)
    : object;
}

/** @internal */
export function create(
  { store }: KubeContext,
  exchange: ResourceExchange,
): KubeObject {
  return store.create(given(exchange), writeOptions(exchange));
}

/** @internal */
export function replace(
  { store }: KubeContext,
  exchange: ResourceExchange,
): KubeObject {
  const object = given(exchange);
  const { kind, resource } = exchange;
  const { name, resourceVersion } = object.metadata;
  if (!kind.builtIn && !resourceVersion) {
    if (!store.get(kind.group, kind.plural, name, resource.namespace)) {
      throw notFound(kind, name);
    }
    throw invalid(kind, name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  const options = writeOptions(exchange);
  return resource.subresource === 'status'
    ? store.updateStatus(object, options)
    : store.update(object, options);
}

const jsonPatch = 'application/json-patch+json';
const mergePatch = 'application/merge-patch+json';
const strategicPatch = 'application/strategic-merge-patch+json';

/**
 * A strategic merge patch is a merge patch where it has neither directives nor
 * lists, which is all that kubectl sends for the built-in kinds we have.
 */
function isPlainMerge(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every(item => typeof item !== 'object');
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([key, field]) => !key.startsWith('$') && isPlainMerge(field),
  );
}

function patchOf({ req, kind }: ResourceExchange) {
  const type = mediaType(req);
  const body = readBody(req);
  if (type === jsonPatch) return { type: 'json' as const, body };
  if (type === mergePatch) return { type: 'merge' as const, body };
  if (type === strategicPatch && kind.builtIn && isPlainMerge(body)) {
    return { type: 'merge' as const, body };
  }
  throw unsupportedMediaType(
    `the body of the request was in an unknown format - accepted media types include: ${jsonPatch}, ${mergePatch}`,
  );
}

/** @internal */
export function patch(
  { store }: KubeContext,
  exchange: ResourceExchange,
): KubeObject {
  const { kind, resource } = exchange;
  const { name = '', namespace, subresource, version, group } = resource;
  return store.patch({
    ...patchOf(exchange),
    ...writeOptions(exchange),
    group: kind.group,
    plural: kind.plural,
    name,
    namespace,
    ...(group === kind.group && { version }),
    ...(subresource === 'status' && { subresource }),
  });
}

function deleteOptions(exchange: ResourceExchange): DeleteOptions {
  const { call, req, kind } = exchange;
  const body = readOptions(req);
  // An API server reads the one or the other.
  const inBody = Object.keys(body).length > 0;
  const preconditions = (body.preconditions ?? {}) as {
    uid?: string;
    resourceVersion?: string;
  };
  const asked = inBody
    ? body.propagationPolicy
    : call.query.get('propagationPolicy');
  // Jobs orphan their Pods unless asked, for the sake of old clients.
  const otherwise =
    kind.group === 'batch' && kind.plural === 'jobs' ? 'Orphan' : 'Background';
  const isDryRun = Array.isArray(body.dryRun) && body.dryRun.includes('All');
  const options = writeOptions(exchange);
  return {
    ...options,
    dryRun: inBody ? isDryRun : options.dryRun,
    propagation:
      asked === 'Foreground' || asked === 'Orphan' || asked === 'Background'
        ? asked
        : otherwise,
    uid: preconditions.uid,
    resourceVersion: preconditions.resourceVersion,
  };
}

/** @internal */
export function remove(
  { store }: KubeContext,
  exchange: ResourceExchange,
): KubeObject {
  const { kind, resource } = exchange;
  const { name = '', namespace } = resource;
  const removed = store.delete(
    kind.group,
    kind.plural,
    name,
    namespace,
    deleteOptions(exchange),
  );
  if (!removed) throw notFound(kind, name);
  return removed;
}

/** @internal */
export function removeAll(
  { store }: KubeContext,
  exchange: ResourceExchange,
): KubeObject[] {
  const { kind } = exchange;
  const options = deleteOptions(exchange);
  return selectionOf(exchange)
    .objects(store)
    .flatMap(({ metadata: { name, namespace } }) => {
      const removed = store.delete(
        kind.group,
        kind.plural,
        name,
        namespace,
        options,
      );
      return removed ? [removed] : [];
    });
}

import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WatchDisturbance } from '../faults';
import { expired, KubeStatusError, type StoreChange } from '../store';
import { apiVersionOf } from '../store';
import type { KubeContext, ResourceExchange } from './context';
import { representationOf } from './representation';
import { parseResourceVersion } from './resourceVersion';
import { selectionOf } from './selection';

const defaultTimeoutSeconds = 1800;

interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: object;
}

/**
 * What a change is to a watch with a selector: an object that begins to match
 * is added, one that ceases to is deleted (as it last matched).
 */
function eventOf(
  { type, object, previous }: StoreChange,
  matches: (object: KubeObject) => boolean,
): { type: StoreChange['type']; object: KubeObject } | undefined {
  const matched = previous !== undefined && matches(previous);
  if (type === 'DELETED') return matched ? { type, object } : undefined;
  if (matches(object)) return { type: matched ? 'MODIFIED' : 'ADDED', object };
  if (!matched || !previous) return undefined;
  const { resourceVersion } = object.metadata;
  return {
    type: 'DELETED',
    object: {
      ...previous,
      metadata: { ...previous.metadata, resourceVersion },
    },
  };
}

/**
 * Streams changes until the client goes, the time is over, or a fault says
 * otherwise.
 *
 * @internal
 */
export function watch(
  { store, faults, now, bookmarkEveryMs }: KubeContext,
  exchange: ResourceExchange,
  { isSilent = false } = {},
) {
  const { call, kind, req, res, resource } = exchange;
  const { query } = call;
  refuseInitialEvents(query);
  const { matches, objects } = selectionOf(exchange);
  const version = query.get('resourceVersion') ?? '';
  const from = version ? parseResourceVersion(version) : 0;
  const represent = representationOf({
    kind,
    call,
    accept: req.headers.accept,
    now: now(),
  });
  const backlog =
    from > 0
      ? store.changesSince(kind, from)
      : objects(store).map(object => ({
          type: 'ADDED' as const,
          kind,
          object,
        }));
  let silent = isSilent;
  const send = ({ type, object }: WatchEvent) => {
    // It is heard of changes until it has closed, which is after its end.
    if (silent || res.writableEnded) return;
    res.write(`${stringifyExact({ type, object })}\n`);
  };
  const sendChange = (change: StoreChange) => {
    const event = eventOf(change, matches);
    if (event) {
      send({ type: event.type, object: represent.object(event.object) });
    }
  };
  const sendBookmark = () =>
    send({
      type: 'BOOKMARK',
      object: {
        kind: kind.kind,
        apiVersion: apiVersionOf(resource.group, resource.version),
        metadata: {
          resourceVersion: store.resourceVersion(),
          creationTimestamp: null,
        },
      },
    });
  const sendExpired = () =>
    send({
      type: 'ERROR',
      object: expired(
        `too old resource version: ${from} (${store.resourceVersion()})`,
      ).status,
    });

  res.status(200).set('content-type', 'application/json');
  res.flushHeaders();
  if (backlog === 'expired') {
    sendExpired();
    res.end();
    return;
  }
  backlog.forEach(sendChange);
  const key = `${kind.group}/${kind.plural}`;
  const stopListening = store.onChange(change => {
    if (`${change.kind.group}/${change.kind.plural}` !== key) return;
    // A client from a time that this server has not come to yet.
    if (Number(change.object.metadata.resourceVersion) <= from) return;
    sendChange(change);
  });
  const stopKinds = store.onKindChange(changed => {
    // A CRD that changed or went ends its watches; clients come back.
    if (`${changed.group}/${changed.plural}` === key) res.end();
  });
  const bookmarks =
    query.get('allowWatchBookmarks') === 'true'
      ? setInterval(sendBookmark, bookmarkEveryMs).unref()
      : undefined;
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const timeout = setTimeout(() => {
    if (silent) return;
    if (bookmarks) sendBookmark();
    res.end();
  }, (seconds > 0 ? seconds : defaultTimeoutSeconds) * 1000).unref();
  const forget = faults.watchOpened({
    group: kind.group,
    resource: kind.plural,
    namespace: resource.namespace,
    disturb(how: WatchDisturbance) {
      if (how === 'silence') silent = true;
      if (how === 'reset') res.socket?.destroy();
      if (how === 'expire') sendExpired();
      if (how === 'expire' || how === 'end') res.end();
    },
  });
  res.on('close', () => {
    stopListening();
    stopKinds();
    forget();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}

/** A list within a watch is an option of the API that we do without. */
function refuseInitialEvents(query: URLSearchParams) {
  if (!query.has('sendInitialEvents')) return;
  const message =
    'Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled';
  throw new KubeStatusError(
    422,
    'Invalid',
    `ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: ${message}`,
    {
      group: 'meta.k8s.io',
      kind: 'ListOptions',
      causes: [
        { reason: 'FieldValueForbidden', message, field: 'sendInitialEvents' },
      ],
    },
  );
}

import type { KubeContext, ResourceExchange } from './context';
import { representationOf } from './representation';
import { tooLargeResourceVersion } from './resourceVersion';
import { selectionOf } from './selection';

/** Answers a list. @internal */
export function list(
  { store, snapshots, now }: KubeContext,
  exchange: ResourceExchange,
  keep = Infinity,
): object {
  const { call, kind, req } = exchange;
  const limit = Number(call.query.get('limit') ?? 0);
  const token = call.query.get('continue');
  const selection = selectionOf(exchange);
  tooLargeResourceVersion(store, call.query.get('resourceVersion'));
  const page = token
    ? snapshots.further(token, limit)
    : snapshots.first(
        {
          objects: selection.objects(store),
          resourceVersion: store.resourceVersion(),
        },
        limit,
      );
  const metadata = {
    resourceVersion: page.resourceVersion,
    ...(page.continue && { continue: page.continue }),
    // With a selector a real server does not know how many more there are.
    ...(page.remaining &&
      !selection.isSelective && { remainingItemCount: page.remaining }),
  };
  return representationOf({
    kind,
    call,
    accept: req.headers.accept,
    now: now(),
  }).list(page.objects.slice(0, keep), metadata);
}

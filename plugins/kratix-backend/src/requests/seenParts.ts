import {
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixLive } from '../live/KratixLive';
import type { RequestVisibility } from '../permissions/RequestAccess';

type Described = Pick<RequestView, 'platform' | 'description'>;
type Params = RequestView['description']['causes'][number]['params'];

/** Does a view speak of other requests, which not everybody may see? @internal */
export function speaksOfParts({ description }: Described): boolean {
  return description.causes.some(({ id }) => id === 'child');
}

/**
 * A view of a request without what it says of its parts, where these are
 * requests that the person may not see: they may be another team's.
 *
 * @internal
 */
export function withSeenParts<View extends Described>(
  view: View,
  options: {
    live: Pick<KratixLive, 'requests'>;
    platforms: Pick<KratixPlatforms, 'get'>;
    visibility: RequestVisibility;
  },
): View {
  const { visibility } = options;
  if (visibility.all || !speaksOfParts(view)) return view;
  const { description } = view;
  const causes = description.causes.filter(
    ({ id, params }) =>
      id !== 'child' || seesPart(view.platform, params, options),
  );
  return { ...view, description: { ...description, causes } };
}

function seesPart(
  id: string,
  { kind, name, namespace = '-' }: Params,
  { live, platforms, visibility }: Parameters<typeof withSeenParts>[1],
): boolean {
  const platform = platforms.get(id);
  return platform
    .requestKinds()
    .filter(one => one.kind === kind)
    .some(({ crd }) => {
      const part = { crd, namespace: String(namespace), name: String(name) };
      const key = stringifyRequestRef({ platform: id, ...part });
      const row = live.requests.get(id, key);
      return row && visibility.ready(row) && visibility.sees(row);
    });
}

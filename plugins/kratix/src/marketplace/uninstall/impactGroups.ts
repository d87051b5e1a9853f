import {
  uncheckedSchema,
  type UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixMarketplaceT } from '@kratix-portal/backstage-plugin-kratix-react';
import type { ConsequenceGroup } from '../../actions';
import { entityTitle } from '../../navigation';

type Risk = UninstallImpact['risks'][number];

// Under which word a risk is said.
const places: Record<Risk['id'], 'away' | 'block' | 'first' | 'unsure'> = {
  'shared-api': 'away',
  'no-api-hang': 'block',
  'store-not-ready': 'block',
  paused: 'block',
  'delete-steps': 'first',
  'release-returns': 'block',
  'could-not-check': 'unsure',
};

/** What an uninstall does, group by group, in words. Pure. @internal */
export function impactGroups(
  impact: UninstallImpact,
  options: { t: KratixMarketplaceT; list: (items: string[]) => string },
): ConsequenceGroup[] {
  const { t } = options;
  const risksAt = (place: 'away' | 'block' | 'first' | 'unsure') =>
    impact.risks
      .filter(({ id }) => places[id] === place)
      .map(risk => riskText(risk, t));
  const groups = [
    {
      id: 'away',
      title: t('uninstall.goesAway'),
      lines: [...leaves(impact, options), ...risksAt('away')],
    },
    {
      id: 'breaks',
      title: t('uninstall.breaks'),
      lines: breaks(impact, t),
    },
    { id: 'block', title: t('uninstall.block'), lines: risksAt('block') },
    { id: 'first', title: t('uninstall.first'), lines: risksAt('first') },
    { id: 'unsure', title: t('uninstall.unsure'), lines: risksAt('unsure') },
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length > 0) return groups;
  const title = t('uninstall.goesAway');
  return [{ id: 'away', title, lines: [t('uninstall.nothingElse')] }];
}

function leaves(
  impact: UninstallImpact,
  options: { t: KratixMarketplaceT; list: (items: string[]) => string },
): string[] {
  const { t, list } = options;
  const { requests, children, works, destinations } = impact;
  const lines: string[] = [];
  if (requests.total > 0) {
    lines.push(t('uninstall.requests', { count: requests.total }));
    for (const { owner, count } of requests.byOwner) {
      const called = owner ? entityTitle(owner) : t('uninstall.noOwner');
      lines.push(t('uninstall.owner', { owner: called, count }));
    }
  }
  if (children.total > 0) {
    const names = list(children.items.map(({ name }) => name));
    lines.push(t('uninstall.children', { count: children.total, names }));
  }
  if (works.total > 0) {
    lines.push(
      destinations.length > 0
        ? t('uninstall.works', {
            count: works.total,
            destinations: list(destinations),
          })
        : t('uninstall.worksNowhere', { count: works.total }),
    );
  }
  return lines;
}

function breaks(
  { dependents }: UninstallImpact,
  t: KratixMarketplaceT,
): string[] {
  const lines = dependents.items.map(one => {
    const name =
      one.title === one.name ? one.name : `${one.title} (${one.name})`;
    const dependent = one.owner
      ? t('uninstall.dependent', { name, owner: entityTitle(one.owner) })
      : t('uninstall.dependentNobody', { name });
    return one.requests === undefined
      ? dependent
      : t('uninstall.dependentRequests', { count: one.requests, dependent });
  });
  const more = dependents.total - lines.length;
  return more > 0
    ? [...lines, t('uninstall.notListed', { count: more })]
    : lines;
}

const parameters = ['by', 'destination', 'steps', 'release'] as const;

function riskText({ id, params }: Risk, t: KratixMarketplaceT): string {
  const paused = Number(params.requests ?? 0);
  if (id === 'paused' && paused > 0) {
    return t('uninstall.pausedRequests', { count: paused });
  }
  if (id === 'could-not-check') return uncheckedText(params.what, t);
  const texts = parameters.map(name => [
    name,
    String(params[name] ?? t('uninstall.unknownThing')),
  ]);
  const given: Record<(typeof parameters)[number], string> =
    Object.fromEntries(texts);
  return t(`uninstall.risk.${id}`, given);
}

/** A later backend may say something that has no word here: then as it is. */
function uncheckedText(
  what: string | number | undefined,
  t: KratixMarketplaceT,
): string {
  const known = uncheckedSchema.safeParse(what);
  if (known.success) return t(`uninstall.unchecked.${known.data}`);
  return String(what ?? t('uninstall.unknownThing'));
}

import {
  stringifyRequestRef,
  type UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { Link } from 'react-router-dom';
import { useLinks } from '../../navigation';
import { ShortList } from './ShortList';

type Work = UninstallImpact['works']['items'][number];

/** Works that go away, under the request that they were made for. @internal */
export function WorkNames(props: { impact: UninstallImpact }) {
  const { t } = useKratixMarketplaceTranslation();
  const { list } = useFormats();
  const links = useLinks();
  const { title, works } = props.impact;
  const { items, total } = works;
  if (items.length === 0) return null;
  return (
    <ShortList
      id="kratix-uninstall-works"
      heading={t('uninstall.listOfWorks')}
      items={items}
      total={total}
      words={{
        showAll: t('uninstall.listWorks', { count: items.length }),
        showFew: t('uninstall.hideWorks'),
      }}
    >
      {shown =>
        byRequest(shown).map(({ key, request, group }) => (
          <li key={key}>
            {request ? (
              <Link to={links.request(request)}>
                <bdi>
                  {request.namespace} / {request.name}
                </bdi>
              </Link>
            ) : (
              t('uninstall.ownWorks', { name: title })
            )}
            <ul>
              {group.map(({ namespace, name, destinations }) => {
                const work = `${namespace} / ${name}`;
                return (
                  <li key={work}>
                    {destinations.length > 0
                      ? t('uninstall.workTo', {
                          work,
                          destinations: list(destinations),
                        })
                      : work}
                  </li>
                );
              })}
            </ul>
          </li>
        ))
      }
    </ShortList>
  );
}

/** They come request by request. */
function byRequest(works: readonly Work[]) {
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const key = work.request ? stringifyRequestRef(work.request) : '';
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    request: group[0].request,
    group,
  }));
}

import {
  stringifyRequestRef,
  type UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { Link } from 'react-router-dom';
import { entityTitle, useLinks } from '../../navigation';
import { ShortList } from './ShortList';

const most = 100;

/** Requests that go away, as far as the person may see them. @internal */
export function RequestNames(props: { requests: UninstallImpact['requests'] }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { items, hidden, total } = props.requests;
  const others = hidden > 0 && t('uninstall.hidden', { count: hidden });
  if (items.length === 0) return others ? <p>{others}</p> : null;
  return (
    <ShortList
      id="kratix-uninstall-requests"
      heading={t('uninstall.listOf')}
      items={items}
      total={total - hidden}
      most={most}
      words={{
        showAll: t('uninstall.list', { count: items.length }),
        showFew: t('uninstall.hideList'),
      }}
      last={others && <li>{others}</li>}
    >
      {shown =>
        shown.map(({ ref, owner }) => (
          <li key={stringifyRequestRef(ref)}>
            <Link to={links.request(ref)}>
              <bdi>
                {ref.namespace} / {ref.name}
              </bdi>
            </Link>{' '}
            {owner ? entityTitle(owner) : t('uninstall.noOwner')}
          </li>
        ))
      }
    </ShortList>
  );
}

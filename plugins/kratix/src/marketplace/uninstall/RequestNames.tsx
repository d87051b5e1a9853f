import {
  stringifyRequestRef,
  type UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { entityTitle, useLinks } from '../../navigation';

const few = 20;
const many = 100;

/** Requests that go away, as far as the person may see them. @internal */
export function RequestNames(props: { requests: UninstallImpact['requests'] }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const [open, setOpen] = useState(false);
  const { items, hidden, total } = props.requests;
  const shown = items.slice(0, open ? many : few);
  const more = Math.max(0, total - hidden - shown.length);
  if (items.length === 0) {
    return hidden > 0 ? (
      <p>{t('uninstall.hidden', { count: hidden })}</p>
    ) : null;
  }
  return (
    <>
      <ul aria-label={t('uninstall.listOf')}>
        {shown.map(({ ref, owner }) => (
          <li key={stringifyRequestRef(ref)}>
            <Link to={links.request(ref)}>
              <bdi>
                {ref.namespace} / {ref.name}
              </bdi>
            </Link>{' '}
            {owner ? entityTitle(owner) : t('uninstall.noOwner')}
          </li>
        ))}
        {more > 0 && <li>{t('uninstall.notListed', { count: more })}</li>}
        {hidden > 0 && <li>{t('uninstall.hidden', { count: hidden })}</li>}
      </ul>
      {items.length > few && (
        <PlainButton
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t('uninstall.hideList')
            : t('uninstall.list', { count: items.length })}
        </PlainButton>
      )}
    </>
  );
}

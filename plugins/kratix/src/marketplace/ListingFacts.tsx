import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  kratixTranslationRef,
  MiddleCut,
  TimeAgo,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
    },
    link: { color: theme.palette.link },
    line: { display: 'inline-flex', alignItems: 'center', maxWidth: '100%' },
  }),
  { name: 'KratixListingFacts' },
);

/** Where a listing is from, as exactly as it is known. @internal */
export function ListingFacts(props: {
  listing: ListingDetail;
  sourceTitle: (id: string) => string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
  const { listing, sourceTitle } = props;
  const { source, path, webUrl, revision, readAt, category, api } = listing;
  const { promiseUrl } = listing;
  return (
    <dl className={classes.facts}>
      <dt>{t('marketplace.page.fact.source')}</dt>
      <dd>
        <Link to={links.marketplace({ source })}>
          <bdi>{sourceTitle(source)}</bdi>
        </Link>
      </dd>
      <dt>{t('marketplace.page.fact.file')}</dt>
      <dd>
        {webUrl && isWeb(webUrl) ? (
          <a
            href={webUrl}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={classes.link}
          >
            {path}
            <VisuallyHidden>, {t('marketplace.page.newTab')}</VisuallyHidden>
          </a>
        ) : (
          path
        )}
      </dd>
      {revision && (
        <>
          <dt>{t('marketplace.page.fact.revision')}</dt>
          <dd>
            <span className={classes.line}>
              <code style={{ minWidth: 0, display: 'inline-flex' }}>
                <MiddleCut text={revision} />
              </code>
              <CopyButton
                text={revision}
                name={t('marketplace.page.revision')}
              />
            </span>
          </dd>
        </>
      )}
      {readAt && (
        <>
          <dt>{t('marketplace.page.fact.read')}</dt>
          <dd>
            <TimeAgo time={readAt} />
          </dd>
        </>
      )}
      {category && (
        <>
          <dt>{t('marketplace.page.fact.category')}</dt>
          <dd dir="auto">{category}</dd>
        </>
      )}
      {api && (
        <>
          <dt>{t('marketplace.page.fact.api')}</dt>
          <dd>
            {api.kind}, <code>{`${api.plural}.${api.group}`}</code>{' '}
            {api.version}
          </dd>
        </>
      )}
      {promiseUrl && (
        <>
          <dt>{t('marketplace.page.fact.url')}</dt>
          <dd>{promiseUrl}</dd>
        </>
      )}
    </dl>
  );
}

/** An index may name anything as an address. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

import { Link } from '@backstage/core-components';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  type Fact,
  FactList,
  useKratixMarketplaceTranslation,
  MiddleCut,
  TimeAgo,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
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
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { listing, sourceTitle } = props;
  const { source, path, webUrl, revision, readAt, category, api } = listing;
  const { promiseUrl } = listing;
  const facts: Fact[] = [
    [
      t('marketplace.page.fact.source'),
      <Link to={links.marketplace({ source })}>
        <bdi>{sourceTitle(source)}</bdi>
      </Link>,
    ],
    [
      t('marketplace.page.fact.file'),
      webUrl && isWeb(webUrl) ? (
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
      ),
    ],
    [
      t('marketplace.page.fact.revision'),
      revision && (
        <span className={classes.line}>
          <code style={{ minWidth: 0, display: 'inline-flex' }}>
            <MiddleCut text={revision} />
          </code>
          <CopyButton text={revision} name={t('marketplace.page.revision')} />
        </span>
      ),
    ],
    [t('marketplace.page.fact.read'), readAt && <TimeAgo time={readAt} />],
    [
      t('marketplace.page.fact.category'),
      category && <span dir="auto">{category}</span>,
    ],
    [
      t('marketplace.page.fact.api'),
      api && (
        <>
          {api.kind}, <code>{`${api.plural}.${api.group}`}</code> {api.version}
        </>
      ),
    ],
    [t('marketplace.page.fact.url'), promiseUrl],
  ];
  return <FactList facts={facts} />;
}

/** An index may name anything as an address. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

import { Link } from '@backstage/core-components';
import type { RequestPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  ForbiddenNotice,
  useKratixTranslation,
  Loaded,
  Panel,
  SkeletonRows,
  useFormats,
  usePlatforms,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { PlatformsLine } from '../platforms/PlatformsLine';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { AttentionList } from '../requests/AttentionList';
import { NewRequestButton } from '../requests/NewRequestButton';
import { RequestRows } from '../requests/RequestRows';
import { useRequestList } from '../requests/useRequestList';
import { TwoColumns } from '../sections';
import {
  isForbidden,
  PageHeading,
  usePageTitle,
  useReportStatus,
} from '../shell';
import { PromisesForYou, usePromisesForYou } from './PromisesForYou';
import { useHasTeam } from './useHasTeam';

const rows = 7;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'KratixHomePage' },
);

/** S1: in five seconds, is anything of mine broken, and what can I get? @internal */
export function HomePage() {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  usePageTitle(t('home.title'));
  const [params] = useSearchParams();
  const platform = params.get('platform') ?? undefined;
  const attention = useRequestList({
    chip: ['mine', 'attention'],
    sort: 'attention',
    size: rows,
    platform,
  }).page;
  const mine = useRequestList({
    chip: ['mine'],
    sort: 'changed',
    size: rows,
    platform,
  }).page;
  const promises = usePromisesForYou(platform);
  const noRequests = isForbidden(mine);
  const noPromises = isForbidden(promises);
  const known = noRequests ? promises : mine;
  useReportStatus(known);
  const freshness = known.state === 'ready' ? known.value.freshness : [];
  // A block that one may not see goes; something has to be left.
  const side = !noPromises && (
    <PromisesForYou promises={promises} mine={mine} />
  );
  return (
    <>
      <PageHeading title={t('home.title')} />
      <SilentPlatforms freshness={freshness} />
      <div className={classes.root}>
        {noRequests ? (
          side || <NothingToSee />
        ) : (
          <>
            <Attention page={attention} firstVisit={isNew(mine)} />
            {side ? (
              <TwoColumns main={<Mine page={mine} />} side={side} />
            ) : (
              <Mine page={mine} />
            )}
          </>
        )}
        <PlatformsLine />
      </div>
    </>
  );
}

/** Why Home is empty, block by block. */
function NothingToSee() {
  const { t } = useKratixTranslation();
  return (
    <>
      <ForbiddenNotice
        what={t('requestsPage.what')}
        permission="kratix.request.read"
      />
      <ForbiddenNotice
        what={t('promisesPage.what')}
        permission="kratix.promise.read"
      />
    </>
  );
}

function isNew(mine: Loadable<RequestPage>): boolean {
  return mine.state === 'ready' && mine.value.total === 0;
}

function Attention(props: {
  page: Loadable<RequestPage>;
  firstVisit: boolean;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { page, firstVisit } = props;
  const total = page.state === 'ready' ? page.value.total : undefined;
  return (
    <Panel
      title={
        total
          ? t('home.attentionCount', { n: number(total) })
          : t('home.attention')
      }
    >
      <Loaded of={page} skeleton={<SkeletonRows count={3} height={40} />}>
        {({ items }) => (
          <>
            {items.length === 0 && !firstVisit && (
              <EmptyState compact title={t('home.attentionNone')} />
            )}
            {items.length === 0 && firstVisit && <FirstVisit />}
            {items.length > 0 && (
              <AttentionList requests={items} label={t('home.attention')} />
            )}
            {total !== undefined && total > rows && (
              <div className={classes.foot}>
                <Link to={links.requests({ chip: 'attention' })}>
                  {t('home.attentionMore', { n: number(total) })}
                </Link>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function FirstVisit() {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const platforms = usePlatforms();
  if (platforms.state === 'ready' && platforms.value.items.length === 0) {
    return (
      <EmptyState
        compact
        title={t('platforms.none')}
        text={t('home.noPlatformHint')}
        action={<Link to={links.platforms()}>{t('home.noPlatformHow')}</Link>}
      />
    );
  }
  return (
    <EmptyState
      compact
      title={t('home.first.title')}
      text={
        <>
          {t('home.first.choose')}
          <br />
          {t('home.first.fill')}
          <br />
          {t('home.first.watch')}
        </>
      }
      action={<NewRequestButton />}
    />
  );
}

/** What one waits for or has; the rest needs attention, which is above. */
const counted = ['ready', 'in-progress'] as const;

function countOf(facet: RequestPage['facets'][string] = [], wanted: string) {
  return facet.find(({ value }) => value === wanted)?.count ?? 0;
}

function Mine(props: { page: Loadable<RequestPage> }) {
  const classes = useStyles();
  const hasTeam = useHasTeam();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { page } = props;
  const total = page.state === 'ready' ? page.value.total : undefined;
  return (
    <Panel
      title={total ? t('home.mineCount', { n: number(total) }) : t('home.mine')}
    >
      <Loaded of={page} skeleton={<SkeletonRows count={5} height={28} />}>
        {({ items, facets, total: all }) =>
          items.length === 0 ? (
            <EmptyState
              compact
              title={t('home.mineNone')}
              text={hasTeam ? undefined : t('home.noTeam')}
            />
          ) : (
            <>
              <RequestRows requests={items} label={t('home.mine')} />
              <div className={classes.foot}>
                {counted.map(status => (
                  <Link
                    key={status}
                    to={links.requests({ chip: 'mine', status })}
                  >
                    {t(`request.status.${status}`)}{' '}
                    {number(countOf(facets.status, status))}
                  </Link>
                ))}
                <Link to={links.requests({ chip: 'mine' })}>
                  {t('home.attentionMore', { n: number(all) })}
                </Link>
              </div>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

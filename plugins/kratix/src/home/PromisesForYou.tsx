import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixPromiseInstallPermission,
  type PromisePage,
  type RequestPage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PromiseIcon,
  Loaded,
  Panel,
  SkeletonRows,
  useFormats,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { groupPromises, type PromiseGroup } from '../promises/promiseGroups';
import { RequestPromiseButton } from '../promises/RequestPromiseButton';
import { NothingPublished } from '../promises/NothingPublished';
import { usePromises } from '../promises/usePromises';

const rows = 7;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    text: { flex: 1, minWidth: 0 },
    name: { fontWeight: 600 },
    summary: {
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'KratixPromisesForYou' },
);

/** Those my team uses first, then those most asked for. Pure. @internal */
export function orderForMe(
  groups: PromiseGroup[],
  used: ReadonlySet<string>,
): PromiseGroup[] {
  return [...groups].sort(
    (a, b) =>
      Number(used.has(b.name)) - Number(used.has(a.name)) ||
      (b.counts?.requests ?? 0) - (a.counts?.requests ?? 0) ||
      a.name.localeCompare(b.name),
  );
}

/** Those that can be requested, as far as one page holds them. @internal */
export function usePromisesForYou(platform?: string): Loadable<PromisePage> {
  return usePromises({
    platform,
    requestable: 'true',
    sort: 'requests',
    dir: 'desc',
    size: 100,
  });
}

/** What can be requested right now. @internal */
export function PromisesForYou(props: {
  promises: Loadable<PromisePage>;
  mine: Loadable<RequestPage>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { promises, mine } = props;
  const { allowed: mayInstall } = usePermission({
    permission: kratixPromiseInstallPermission,
  });
  const used = new Set(
    mine.state === 'ready'
      ? (mine.value.facets.promise ?? []).map(({ value }) => value)
      : [],
  );
  const groups =
    promises.state === 'ready'
      ? orderForMe(
          groupPromises(promises.value.items).filter(
            ({ members: [best] }) => best.api && best.description.requestable,
          ),
          used,
        )
      : [];
  // Rows are per platform, so what was not read may hold more of these names.
  const all =
    promises.state === 'ready' &&
    promises.value.total <= promises.value.items.length;
  const n = number(groups.length);
  const counted = all
    ? t('home.promisesCount', { n })
    : t('home.promisesAtLeast', { n });
  return (
    <Panel title={groups.length > 0 ? counted : t('home.promises')}>
      <Loaded of={promises} skeleton={<SkeletonRows count={5} height={36} />}>
        {() =>
          groups.length === 0 ? (
            <NothingPublished compact />
          ) : (
            <ul className={classes.list} aria-label={t('home.promises')}>
              {groups.slice(0, rows).map(({ name, members: [promise] }) => (
                <li key={name} className={classes.row}>
                  <PromiseIcon promise={promise} />
                  <div className={classes.text}>
                    <Link to={links.promise(promise)} className={classes.name}>
                      <bdi>{promise.title}</bdi>
                    </Link>
                    <div className={classes.summary} dir="auto">
                      {promise.summary}
                    </div>
                  </div>
                  <RequestPromiseButton promise={promise} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={classes.foot}>
        <Link to={links.promises()}>{t('home.browse')}</Link>
        {/* Where nothing is published the way there is said above. */}
        {mayInstall && groups.length > 0 && (
          <Link to={links.marketplace()}>
            {t('promisesPage.toMarketplace')}
          </Link>
        )}
      </div>
    </Panel>
  );
}

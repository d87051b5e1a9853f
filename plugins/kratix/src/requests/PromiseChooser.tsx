import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  focusRing,
  useKratixTranslation,
  PromiseIcon,
  Loaded,
  PartialStrip,
  PromiseStatus,
  SkeletonRows,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { usePromises } from '../promises/usePromises';
import { ChooserDialog } from './ChooserDialog';
import { requestFormLink, type Prefill } from './requestForm';
import { useCreateReason } from './useCreateReason';

const useStyles = makeStyles(
  theme => ({
    group: {
      margin: theme.spacing(2, 0, 0.5),
      fontSize: '0.875rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1),
      borderRadius: 6,
      color: theme.palette.text.primary,
      textDecoration: 'none',
    },
    open: {
      '&:hover': { background: theme.palette.action.hover },
      ...focusRing(theme),
    },
    closed: { opacity: 0.85 },
    text: { flex: 1, minWidth: 0 },
    name: { fontWeight: 600 },
    summary: {
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'KratixPromiseChooser' },
);

/**
 * What to request: what the team uses already first, then the rest. Choosing
 * opens the form with all that is known filled in.
 *
 * @internal
 */
export function PromiseChooser(props: {
  onClose: () => void;
  title?: string;
  /** Names of Promises the team has requests of, most used first. */
  usedFirst?: string[];
  prefill?: (promise: PromiseView) => Prefill;
}) {
  const { t } = useKratixTranslation();
  const [search, setSearch] = useState('');
  const { onClose, title = t('chooser.title'), usedFirst = [] } = props;
  const promises = usePromises({ size: 100, sort: 'requests', dir: 'desc' });

  return (
    <ChooserDialog title={title} onClose={onClose}>
      <TextField
        fullWidth
        size="small"
        variant="outlined"
        id="kratix-chooser-search"
        label={t('chooser.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <Loaded
        of={promises}
        skeleton={<SkeletonRows count={5} height={44} />}
        forbidden={{
          what: t('promisesPage.what'),
          permission: 'kratix.promise.read',
        }}
      >
        {page => {
          const found = page.items
            .filter(({ api }) => api)
            .filter(promise => matches(promise, search));
          const used = usedFirst.flatMap(name =>
            found.filter(promise => promise.name === name),
          );
          const others = found.filter(one => !used.includes(one));
          return (
            <>
              <PartialStrip freshness={page.freshness} />
              <VisuallyHidden>
                <span role="status">
                  {t('chooser.found', { count: found.length })}
                </span>
              </VisuallyHidden>
              {found.length === 0 && (
                <EmptyState
                  compact
                  title={search ? t('chooser.noneFound') : t('chooser.none')}
                />
              )}
              {used.length > 0 && (
                <Choices
                  {...props}
                  heading={t('chooser.used')}
                  promises={used}
                  several={severalPlatforms(page.items)}
                />
              )}
              {others.length > 0 && (
                <Choices
                  {...props}
                  heading={used.length > 0 ? t('chooser.all') : undefined}
                  promises={others}
                  several={severalPlatforms(page.items)}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </ChooserDialog>
  );
}

function severalPlatforms(promises: PromiseView[]): boolean {
  return new Set(promises.map(({ platform }) => platform)).size > 1;
}

function matches(promise: PromiseView, search: string): boolean {
  const text = [promise.name, promise.title, promise.summary, promise.category]
    .join(' ')
    .toLocaleLowerCase();
  return text.includes(search.trim().toLocaleLowerCase());
}

function Choices(props: {
  heading?: string;
  promises: PromiseView[];
  several: boolean;
  prefill?: (promise: PromiseView) => Prefill;
}) {
  const classes = useStyles();
  const links = useLinks();
  const reasonFor = useCreateReason();
  const { t } = useKratixTranslation();
  const { titleOf } = usePlatformTitles();
  const { heading, promises, several, prefill } = props;
  return (
    <>
      {heading && <h3 className={classes.group}>{heading}</h3>}
      <ul className={classes.list} aria-label={heading ?? t('chooser.all')}>
        {promises.map(promise => {
          const to = requestFormLink(links, promise, prefill?.(promise));
          const reason = reasonFor(promise);
          const content = (
            <>
              <PromiseIcon promise={promise} />
              <span className={classes.text}>
                <span className={classes.name} dir="auto">
                  {promise.title}
                </span>
                {several && <span> · {titleOf(promise.platform)}</span>}
                <div className={classes.summary} dir="auto">
                  {reason ?? promise.summary}
                </div>
              </span>
              {reason && <PromiseStatus description={promise.description} />}
            </>
          );
          return (
            <li key={`${promise.platform}/${promise.name}`}>
              {reason === undefined ? (
                <Link to={to} className={`${classes.row} ${classes.open}`}>
                  {content}
                </Link>
              ) : (
                <div className={`${classes.row} ${classes.closed}`}>
                  {content}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

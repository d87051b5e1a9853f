import { Link } from '@backstage/core-components';
import {
  useKratixTranslation,
  PromiseIcon,
  PromiseStatus,
  Tag,
  useCauseWords,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import type { PromiseGroup } from './promiseGroups';
import { RequestPromiseButton } from './RequestPromiseButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      color: theme.palette.text.primary,
      minWidth: 0,
    },
    head: { display: 'flex', gap: theme.spacing(1.5), alignItems: 'center' },
    title: {
      margin: 0,
      fontSize: '1.0625rem',
      fontWeight: 600,
      lineHeight: 1.3,
    },
    names: { minWidth: 0, flex: 1, overflowWrap: 'anywhere' },
    summary: {
      margin: 0,
      color: theme.palette.text.secondary,
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    foot: {
      marginTop: 'auto',
      paddingTop: theme.spacing(1),
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixPromiseTile' },
);

/** A Promise to choose: what it is, how it is, how much it is used. @internal */
export function PromiseTile(props: {
  group: PromiseGroup;
  platformTitle: (id: string) => string;
  severalPlatforms: boolean;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const wordsOf = useCauseWords();
  const { group, platformTitle, severalPlatforms } = props;
  const [promise] = group.members;
  const unwell = group.members.filter(
    ({ description }) => description.label !== 'available',
  );
  return (
    <article className={classes.root} aria-label={promise.title}>
      <div className={classes.head}>
        <PromiseIcon promise={promise} size={40} />
        <div className={classes.names}>
          <h2 className={classes.title}>
            <Link to={links.promise(promise)}>
              <bdi>{promise.title}</bdi>
            </Link>
          </h2>
          <span className={classes.quiet}>
            {[promise.category, promise.version].filter(Boolean).join(' · ')}
          </span>
        </div>
      </div>
      {promise.summary && (
        <p className={classes.summary} dir="auto">
          {promise.summary}
        </p>
      )}
      {unwell.map(member => {
        const cause = member.description.causes.at(0);
        return (
          <div key={member.platform}>
            <PromiseStatus description={member.description} />
            {severalPlatforms && (
              <span className={classes.quiet}>
                {' '}
                · {platformTitle(member.platform)}
              </span>
            )}
            {cause && (
              <div className={classes.quiet} dir="auto">
                {wordsOf(cause).why}
              </div>
            )}
          </div>
        );
      })}
      <div className={classes.tags}>
        {severalPlatforms &&
          group.members.map(({ platform }) => (
            <Tag key={platform}>{platformTitle(platform)}</Tag>
          ))}
        {group.differs && (
          <Tag tone="warn" title={t('promisesPage.differsHint')}>
            {t('promisesPage.differs')}
          </Tag>
        )}
        {!promise.api && <Tag>{t('promisesPage.installsSoftware')}</Tag>}
      </div>
      <div className={classes.quiet}>
        {t('promisesPage.requests', { count: group.counts.requests })}
        {group.counts.attention > 0 &&
          ` · ${t('promisesPage.attention', {
            count: group.counts.attention,
          })}`}
      </div>
      <div className={classes.foot}>
        {promise.api && <RequestPromiseButton promise={promise} />}
        <ActionButton
          variant="text"
          to={links.promise(promise)}
          label={`${t('promisesPage.details')}: ${promise.title}`}
        >
          {t('promisesPage.details')}
        </ActionButton>
      </div>
    </article>
  );
}

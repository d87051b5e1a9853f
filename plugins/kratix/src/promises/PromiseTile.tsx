import { Link } from '@backstage/core-components';
import {
  PromiseIcon,
  PromiseStatus,
  Tag,
  useCauseWords,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { Tile, TileTags } from '../browsing';
import { useLinks } from '../navigation';
import type { PromiseGroup } from './promiseGroups';
import { RequestPromiseButton } from './RequestPromiseButton';

const useStyles = makeStyles(
  theme => ({
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
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
    ({ description: { label, flags } }) =>
      label !== 'available' || flags.includes('last-known'),
  );
  return (
    <Tile
      title={promise.title}
      to={links.promise(promise)}
      icon={<PromiseIcon promise={promise} size={40} />}
      facts={[promise.category, promise.version]}
      summary={promise.summary}
      details={t('promisesPage.details')}
      actions={promise.api && <RequestPromiseButton promise={promise} />}
    >
      {unwell.map(member => {
        const { label, causes } = member.description;
        // What is well, as far as is known, needs no reason.
        const cause = label === 'available' ? undefined : causes.at(0);
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
      <TileTags>
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
      </TileTags>
      {group.counts && (
        <div className={classes.quiet}>
          {t('promisesPage.requests', { count: group.counts.requests })}
          {group.counts.attention > 0 && (
            <>
              {' · '}
              <Link
                to={links.requests({ promise: group.name, chip: 'attention' })}
                underline="always"
              >
                {t('promisesPage.attention', { count: group.counts.attention })}
              </Link>
            </>
          )}
        </div>
      )}
    </Tile>
  );
}

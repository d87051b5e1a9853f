import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  PromiseDetail,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  Panel,
  PromiseStatus,
  SkeletonRows,
  Tag,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { OfNamedEntity } from '../entities/OfNamedEntity';
import { useLinks } from '../navigation';
import { PromiseHeadline } from './PromiseHeadline';
import { RequestPromiseButton } from './RequestPromiseButton';
import { usePromise } from './usePromise';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1.5),
    },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
    },
    grow: { marginLeft: 'auto' },
  }),
  { name: 'KratixPromiseCard' },
);

/** On the page of a Promise's entity: its state and how it is used. @public */
export function PromiseCard() {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  return (
    <Panel title={t('shell.title')}>
      <OfNamedEntity entity={entity}>
        {promise => <Card promise={promise} />}
      </OfNamedEntity>
    </Panel>
  );
}

function Card(props: { promise: PromiseRef }) {
  const { t } = useKratixTranslation();
  const promise = usePromise(props.promise);
  return (
    <Loaded
      of={promise}
      skeleton={<SkeletonRows count={4} />}
      forbidden={{
        what: t('promisePage.what'),
        permission: 'kratix.promise.read',
      }}
    >
      {value => <PromiseCardView promise={value} />}
    </Loaded>
  );
}

/** @internal */
export function PromiseCardView(props: { promise: PromiseDetail }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { promise } = props;
  return (
    <>
      <div className={classes.line}>
        <PromiseStatus description={promise.description} />
        <Tag>{promise.version ?? t('promisesPage.unversioned')}</Tag>
        {promise.api && (
          <span className={classes.grow}>
            <RequestPromiseButton promise={promise} />
          </span>
        )}
      </div>
      <PromiseHeadline promise={promise} />
      {promise.api && promise.counts && (
        <Counts promise={promise} counts={promise.counts} />
      )}
      <Link to={links.promise(promise)}>
        {t('requestPage.action.openNamed', { name: promise.title })}
      </Link>
    </>
  );
}

function Counts(props: {
  promise: PromiseDetail;
  counts: NonNullable<PromiseDetail['counts']>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { counts } = props;
  const { name, platform } = props.promise;
  const linkTo = (chip: string) =>
    links.requests({ promise: name, platform, chip });
  return (
    <ul className={classes.counts} aria-label={t('promisePage.about.byStatus')}>
      <li>
        <Link to={linkTo('all')}>
          {t('promisesPage.requests', { count: counts.requests })}
        </Link>
      </li>
      <li>
        <Link to={linkTo('attention')}>
          {t('team.attention')} {number(counts.attention)}
        </Link>
      </li>
      <li>
        <Link to={linkTo('in-progress')}>
          {t('team.inProgress')} {number(counts.inProgress)}
        </Link>
      </li>
      <li>
        <Link to={linkTo('ready')}>
          {t('team.ready')} {number(counts.ready)}
        </Link>
      </li>
      <li>
        <Link to={linkTo('outdated')}>
          {t('team.outdated')} {number(counts.outdated)}
        </Link>
      </li>
    </ul>
  );
}

import type {
  PromiseDetail,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PromiseIcon,
  Loaded,
  type Loadable,
  PartialStrip,
  PromiseStatus,
  SkeletonRows,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { RemovalPanel } from '../marketplace/uninstall/RemovalPanel';
import { EntityLink, useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { useRouteSection } from '../sections';
import { BackLink, PageHeading, usePageTitle, useReportStatus } from '../shell';
import {
  promiseSections,
  PromiseSections,
  type PromiseSection,
} from './PromiseSections';
import { PromiseActions } from './PromiseActions';
import { usePromise } from './usePromise';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
    },
    actions: { marginLeft: 'auto', display: 'flex', gap: theme.spacing(1) },
  }),
  { name: 'KratixPromisePage' },
);

/** S4: one Promise. @internal */
export function PromisePage() {
  const { platform = '', name = '' } = useParams();
  return <OfPromise key={`${platform}/${name}`} promise={{ platform, name }} />;
}

function OfPromise(props: { promise: PromiseRef }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const promise = usePromise(props.promise);
  const leaving = useLeaving(promise);
  useReportStatus(promise);
  usePageTitle(
    props.promise.name,
    promise.state === 'ready'
      ? t(`promise.status.${promise.value.description.label}`)
      : undefined,
  );
  return (
    <>
      <BackLink to={links.promises()}>{t('promisePage.back')}</BackLink>
      {promise.state !== 'ready' && <PageHeading title={props.promise.name} />}
      {leaving.now && promise.state !== 'ready' ? (
        // Gone from the platform: that is what was asked for, not a failure.
        <RemovalPanel {...props.promise} />
      ) : (
        <Loaded
          of={promise}
          skeleton={<SkeletonRows count={8} height={32} />}
          forbidden={{
            what: t('promisePage.what'),
            permission: 'kratix.promise.read',
          }}
        >
          {value => (
            <Ready
              promise={value}
              leaving={leaving.now}
              onRemoved={leaving.begin}
            />
          )}
        </Loaded>
      )}
    </>
  );
}

/**
 * The Promise is being removed, as the platform says or as was just asked. It is
 * remembered for when there is no Promise to say it any more; another one of
 * its name is another one.
 */
function useLeaving(promise: Loadable<PromiseDetail>) {
  const [born, setBorn] = useState<string>();
  const value = promise.state === 'ready' ? promise.value : undefined;
  const createdAt = value && (value.createdAt ?? '');
  const begin = useCallback(() => setBorn(createdAt), [createdAt]);
  const label = value?.description.label;
  const isSaid = label === 'deleting' || label === 'deletion-blocked';
  if (isSaid && born !== createdAt) setBorn(createdAt);
  const now =
    born !== undefined && (createdAt === undefined || createdAt === born);
  return { now, begin };
}

function Ready(props: {
  promise: PromiseDetail;
  leaving: boolean;
  onRemoved: () => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { promise, leaving, onRemoved } = props;
  const { platform, name, title, version, owner, api } = promise;
  const linkTo = useCallback(
    (section: PromiseSection) => links.promise({ platform, name }, section),
    [links, platform, name],
  );
  const section = useRouteSection(promiseSections, linkTo);
  return (
    <>
      <PageHeading
        title={<bdi>{title}</bdi>}
        before={<PromiseIcon promise={promise} size={40} />}
      >
        <span className={classes.facts}>
          <code>{name}</code>
          <Tag>{version ?? t('promisesPage.unversioned')}</Tag>
          <PromiseStatus description={promise.description} />
          <span>{promise.freshness.title}</span>
          {owner && <EntityLink entityRef={owner} />}
          {!api && <Tag>{t('promisesPage.installsSoftware')}</Tag>}
        </span>
        <span className={classes.actions}>
          <PromiseActions promise={promise} onRemoved={onRemoved} />
        </span>
      </PageHeading>
      <PartialStrip
        freshness={[promise.freshness]}
        details={id => <PlatformDetailsLink platform={id} />}
      />
      {leaving && <RemovalPanel platform={platform} name={name} />}
      <PromiseSections promise={promise} section={section} />
    </>
  );
}

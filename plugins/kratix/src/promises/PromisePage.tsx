import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PromiseDetail,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  PromiseIcon,
  Loaded,
  PartialStrip,
  PromiseStatus,
  SkeletonRows,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { EntityLink, useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { useRouteSection } from '../sections';
import { BackLink, PageHeading, usePageTitle, useReportStatus } from '../shell';
import {
  promiseSections,
  PromiseSections,
  type PromiseSection,
} from './PromiseSections';
import { RequestPromiseButton } from './RequestPromiseButton';
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
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
  const promise = usePromise(props.promise);
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
      <Loaded
        of={promise}
        skeleton={<SkeletonRows count={8} height={32} />}
        forbidden={{
          what: t('promisePage.what'),
          permission: 'kratix.promise.read',
        }}
      >
        {value => <Ready promise={value} />}
      </Loaded>
    </>
  );
}

function Ready(props: { promise: PromiseDetail }) {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
  const { promise } = props;
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
        {api && (
          <span className={classes.actions}>
            <RequestPromiseButton promise={promise} main />
          </span>
        )}
      </PageHeading>
      <PartialStrip
        freshness={[promise.freshness]}
        details={id => <PlatformDetailsLink platform={id} />}
      />
      <PromiseSections promise={promise} section={section} />
    </>
  );
}

import type {
  PromiseDetail,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PromiseIcon,
  type Loadable,
  PromiseStatus,
  SkeletonRows,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { RemovalPanel } from '../marketplace/uninstall/RemovalPanel';
import { EntityLink, useLinks } from '../navigation';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { useRouteSection } from '../sections';
import { DetailPage, PageHeading, usePageTitle } from '../shell';
import {
  promiseSections,
  PromiseSections,
  type PromiseSection,
} from './PromiseSections';
import { PromiseActions } from './PromiseActions';
import { usePromise } from './usePromise';

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
  usePageTitle(
    props.promise.name,
    promise.state === 'ready'
      ? t(`promise.status.${promise.value.description.label}`)
      : undefined,
  );
  return (
    <DetailPage
      of={promise}
      back={{ to: links.promises(), title: t('promisePage.back') }}
      heading={value => (
        <PromiseHeading
          name={props.promise.name}
          promise={value}
          onRemoved={leaving.begin}
        />
      )}
      skeleton={<SkeletonRows count={8} height={32} />}
      forbidden={{
        what: t('promisePage.what'),
        permission: 'kratix.promise.read',
      }}
      instead={
        // Gone from the platform: that is what was asked for, not a failure.
        leaving.now &&
        promise.state !== 'ready' && (
          <>
            <PageHeading title={props.promise.name} />
            <RemovalPanel {...props.promise} />
          </>
        )
      }
    >
      {value => <Ready promise={value} leaving={leaving.now} />}
    </DetailPage>
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

function PromiseHeading(props: {
  name: string;
  promise?: PromiseDetail;
  onRemoved: () => void;
}) {
  const { t } = useKratixTranslation();
  const { name, promise, onRemoved } = props;
  if (!promise) return <PageHeading title={name} />;
  const { title, version, owner, api, description, freshness } = promise;
  return (
    <PageHeading
      title={<bdi>{title}</bdi>}
      before={<PromiseIcon promise={promise} size={40} />}
      facts={
        <>
          <code>{name}</code>
          <Tag>{version ?? t('promisesPage.unversioned')}</Tag>
          <PromiseStatus description={description} />
          <span>{freshness.title}</span>
          {owner && <EntityLink entityRef={owner} />}
          {!api && <Tag>{t('promisesPage.installsSoftware')}</Tag>}
        </>
      }
      actions={<PromiseActions promise={promise} onRemoved={onRemoved} />}
    />
  );
}

function Ready(props: { promise: PromiseDetail; leaving: boolean }) {
  const links = useLinks();
  const { promise, leaving } = props;
  const { platform, name } = promise;
  const linkTo = useCallback(
    (section: PromiseSection) => links.promise({ platform, name }, section),
    [links, platform, name],
  );
  const section = useRouteSection(promiseSections, linkTo);
  return (
    <>
      <SilentPlatforms freshness={[promise.freshness]} />
      {leaving && <RemovalPanel platform={platform} name={name} />}
      <PromiseSections promise={promise} section={section} />
    </>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PromiseDetail,
  RequestDetail,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  kratixApiRef,
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router-dom';
import { useLinks } from '../../navigation';
import { usePromise } from '../../promises/usePromise';
import { useRequest } from '../../requests/useRequest';
import { DetailPage, PageHeading, usePageTitle } from '../../shell';
import { readFormLink } from './formLink';
import type { FormSource } from './formStart';
import { RequestForm } from './RequestForm';
import { TitledLoaded } from './TitledLoaded';
import { useRead } from './useRead';

/** S5: a new request from a Promise. @internal */
export function NewRequestPage() {
  const { platform = '', name = '' } = useParams();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const [params] = useSearchParams();
  const elsewhere = readFormLink(params).platform;
  const promise = usePromise({ platform, name });
  const promiseTitle = promise.state === 'ready' ? promise.value.title : name;
  const title = t('formPage.title.new', { promise: promiseTitle });
  usePageTitle(title);
  if (elsewhere && elsewhere !== platform) {
    const query = Object.fromEntries(params);
    delete query.platform;
    const to = links.newRequest({ platform: elsewhere, name }, query);
    return <Navigate to={to} replace />;
  }
  return (
    <DetailPage
      of={promise}
      back={{
        to: links.promise({ platform, name }),
        title: t('formPage.back.promise', { promise: promiseTitle }),
      }}
      heading={value => !value && <PageHeading title={title} />}
      skeleton={<FormSkeleton />}
      forbidden={{
        what: t('promisePage.what'),
        permission: 'kratix.promise.read',
      }}
    >
      {value => (
        <Requestable promise={value} title={title}>
          <RequestForm
            key={`${platform}/${name}`}
            mode="new"
            title={title}
            promise={value}
          />
        </Requestable>
      )}
    </DetailPage>
  );
}

/** S5: another value for some fields of a request. @internal */
export function EditRequestPage() {
  return <FromRequest mode="edit" />;
}

/** S5: another request like this one. @internal */
export function CloneRequestPage() {
  return <FromRequest mode="clone" />;
}

function FromRequest(props: { mode: 'edit' | 'clone' }) {
  const { platform = '', crd = '', namespace = '', name = '' } = useParams();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { mode } = props;
  const ref = { platform, crd, namespace, name };
  const request = useRequest(ref);
  const title = t(`formPage.title.${mode}`, { name });
  usePageTitle(title);
  return (
    <DetailPage
      of={request}
      back={{
        to: links.request(ref),
        title: t('formPage.back.request', { name }),
      }}
      heading={value => !value && <PageHeading title={title} />}
      skeleton={<FormSkeleton />}
      forbidden={{
        what: t('requestPage.what'),
        permission: 'kratix.request.read',
      }}
    >
      {value => (
        <OfRequest
          // Another request is another form: nothing of the last may linger.
          key={`${mode} ${Object.values(ref).join('/')}`}
          mode={mode}
          title={title}
          request={value}
        />
      )}
    </DetailPage>
  );
}

function OfRequest(props: {
  mode: 'edit' | 'clone';
  title: string;
  request: RequestDetail;
}) {
  const { t } = useKratixTranslation();
  const api = useApi(kratixApiRef);
  const { mode, title, request } = props;
  const { platform, crd, namespace, name } = request;
  const ref = useMemo<RequestRef>(
    () => ({ platform, crd, namespace, name }),
    [platform, crd, namespace, name],
  );
  const promise = usePromise({ platform, name: request.promise });
  const source = useRead(async () => {
    const { object, generation } = await api.getRequestObject(ref);
    return { ref, object, generation } satisfies FormSource;
  }, [api, ref]);
  return (
    <TitledLoaded
      title={title}
      of={promise}
      skeleton={<FormSkeleton />}
      forbidden={{
        what: t('promisePage.what'),
        permission: 'kratix.promise.read',
      }}
    >
      {value => (
        <TitledLoaded
          title={title}
          of={source}
          skeleton={<FormSkeleton />}
          forbidden={{
            what: t('requestPage.what'),
            permission: 'kratix.request.read',
          }}
        >
          {from => (
            <Requestable promise={value} title={title}>
              <RequestForm
                mode={mode}
                title={title}
                promise={value}
                source={from}
                request={request}
              />
            </Requestable>
          )}
        </TitledLoaded>
      )}
    </TitledLoaded>
  );
}

function Requestable(props: {
  promise: PromiseDetail;
  title: string;
  children: JSX.Element;
}) {
  const { t } = useKratixTranslation();
  if (props.promise.api) return props.children;
  return (
    <>
      <PageHeading title={props.title} />
      <EmptyState title={t('formPage.noApi')} text={t('formPage.noApiHint')} />
    </>
  );
}

function FormSkeleton() {
  return (
    <div style={{ maxWidth: 720 }}>
      <SkeletonRows count={8} height={44} />
    </div>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixRequestCreatePermission,
  kratixRequestUpdatePermission,
  type PromiseApi,
  type PromiseDetail,
  type RequestDetail,
  type RequestPlace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  ForbiddenNotice,
  kratixApiRef,
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { PageHeading } from '../../shell';
import { draftKey, readDraft, type Draft } from './drafts';
import { readFormLink } from './formLink';
import { FormSession } from './FormSession';
import type { FormMode, FormSource } from './formStart';
import { openingOf } from './opening';
import { readSchema } from './promiseSchema';
import { TitledLoaded } from './TitledLoaded';
import { useDrafts, type Drafts } from './useDrafts';
import { useRead } from './useRead';

/** What every part of the form is told. @internal */
export interface FormSubject {
  mode: FormMode;
  title: string;
  promise: PromiseDetail;
  api: PromiseApi;
  /** Of an edit and a clone. */
  source?: FormSource;
  /** The same as it is now. */
  request?: RequestDetail;
}

/** A form for whoever may send it, with all that it needs to open. @internal */
export function RequestForm(props: Omit<FormSubject, 'api'>) {
  const { t } = useKratixTranslation();
  const { mode, title, promise, request } = props;
  const { loading, allowed } = usePermission({
    permission: kratixRequestCreatePermission,
  });
  const { api } = promise;
  if (!api) return null;
  if (mode !== 'edit' && loading) {
    return (
      <>
        <PageHeading title={title} />
        <SkeletonRows count={8} height={44} />
      </>
    );
  }
  const may = mode === 'edit' ? request?.allowed.update : allowed;
  if (!may) {
    const needed =
      mode === 'edit'
        ? kratixRequestUpdatePermission
        : kratixRequestCreatePermission;
    return (
      <>
        <PageHeading title={title} />
        <ForbiddenNotice what={t('formPage.what')} permission={needed.name} />
      </>
    );
  }
  const label = request?.description.label;
  if (
    mode === 'edit' &&
    (label === 'deleting' || label === 'deletion-blocked')
  ) {
    return (
      <>
        <PageHeading title={title} />
        <EmptyState title={t('formPage.deleting')} />
      </>
    );
  }
  return <Preparing {...props} api={api} />;
}

function Preparing(props: FormSubject) {
  const { t } = useKratixTranslation();
  const kratix = useApi(kratixApiRef);
  const { state } = useLocation();
  const { mode, promise, api, source } = props;
  const drafts = useDrafts(
    draftKey({
      platform: promise.platform,
      promise: promise.name,
      mode,
      source: source?.ref,
    }),
  );
  const ready = useRead(async () => {
    const at = { platform: promise.platform, crd: api.crd };
    const [places, stored] = await Promise.all([
      mode === 'edit' ? undefined : kratix.getRequestPlaces(at),
      drafts.read(),
    ]);
    // What was typed for another platform a moment ago.
    const carried = readDraft(state?.carried, Date.now());
    return {
      places: places?.items ?? [],
      draft: carried ?? stored,
      isCarried: carried !== undefined,
    };
  }, [kratix, drafts]);
  return (
    <TitledLoaded
      title={props.title}
      of={ready}
      skeleton={
        <div style={{ maxWidth: 720 }}>
          <SkeletonRows count={8} height={44} />
        </div>
      }
      forbidden={{
        what: t('formPage.what'),
        permission: kratixRequestCreatePermission.name,
      }}
    >
      {value => <Opened {...props} {...value} drafts={drafts} />}
    </TitledLoaded>
  );
}

function Opened(
  props: FormSubject & {
    places: RequestPlace[];
    draft?: Draft;
    isCarried: boolean;
    drafts: Drafts;
  },
) {
  const [params] = useSearchParams();
  const { mode, promise, api, source, request, places, drafts } = props;
  // What the form stands on stays while somebody fills it in.
  const [schema] = useState(() => readSchema(promise));
  const open = (draft?: Draft) =>
    openingOf({
      mode,
      api,
      promise: promise.name,
      places,
      link: readFormLink(params),
      schema: schema.compiled,
      draft,
      source,
      who: { team: request?.owner, service: request?.service },
    });
  const [round, setRound] = useState(() => ({
    count: 0,
    opening: open(props.draft),
  }));
  const { opening } = round;
  return (
    <FormSession
      key={round.count}
      {...props}
      schema={schema}
      opening={props.isCarried ? { ...opening, draftOf: undefined } : opening}
      onStartOver={() => {
        drafts.remove();
        setRound(({ count }) => ({ count: count + 1, opening: open() }));
      }}
    />
  );
}

import type {
  RequestDetail,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { useRouteSection } from '../sections';
import { DetailPage, isMissing, usePageTitle } from '../shell';
import { RequestHeader } from './RequestHeader';
import { NotYetThere } from './NotYetThere';
import {
  requestSections,
  RequestSections,
  type RequestSection,
} from './RequestSections';
import { Tombstone } from './Tombstone';
import { useJustSubmitted } from './useJustSubmitted';
import { useRequest } from './useRequest';

/** S6: one request: its state, why, who must do what, and how to use it. @internal */
export function RequestPage() {
  const { platform = '', crd = '', namespace = '', name = '' } = useParams();
  const ref = { platform, crd, namespace, name };
  // Another request is another page: nothing of the last one may linger.
  return <OfRequest key={Object.values(ref).join('/')} request={ref} />;
}

function OfRequest(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const request = useRequest(props.request);
  const links = useLinks();
  const justSubmitted = useJustSubmitted();
  const seen = useRef(false);
  useEffect(() => {
    if (request.state === 'ready') seen.current = true;
  }, [request.state]);

  // A read that goes on is one of several for the same answer.
  const missing = isMissing(request);
  const awaited = useRef(false);
  awaited.current =
    justSubmitted &&
    !seen.current &&
    (missing || (awaited.current && request.state === 'loading'));
  const gone = missing && (
    <Tombstone request={props.request} wasThere={seen.current} />
  );
  return (
    <DetailPage
      of={request}
      back={{ to: links.requests(), title: t('requestPage.back') }}
      heading={value => <Heading request={props.request} value={value} />}
      skeleton={<SkeletonRows count={10} height={32} />}
      forbidden={{
        what: t('requestPage.what'),
        permission: 'kratix.request.read',
      }}
      instead={awaited.current ? <NotYetThere request={props.request} /> : gone}
    >
      {value => <Ready request={value} />}
    </DetailPage>
  );
}

/** Also names the window, of a request that one may not see as well. */
function Heading(props: { request: RequestRef; value?: RequestDetail }) {
  const { t } = useKratixTranslation();
  const { request, value } = props;
  usePageTitle(
    request.name,
    value && t(`request.status.${value.description.label}`),
  );
  return <RequestHeader name={request.name} request={value} />;
}

function Ready(props: { request: RequestDetail }) {
  const links = useLinks();
  const { request } = props;
  const { platform, crd, namespace, name } = request;
  const linkTo = useCallback(
    (section: RequestSection) =>
      links.request({ platform, crd, namespace, name }, section),
    [links, platform, crd, namespace, name],
  );
  const section = useRouteSection(requestSections, linkTo);
  return (
    <>
      <SilentPlatforms freshness={[request.freshness]} />
      <RequestSections request={request} section={section} />
    </>
  );
}

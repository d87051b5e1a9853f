import type {
  RequestDetail,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  PartialStrip,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { useRouteSection } from '../sections';
import { BackLink, usePageTitle, useReportStatus } from '../shell';
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
  useReportStatus(request);
  const links = useLinks();
  const justSubmitted = useJustSubmitted();
  const seen = useRef(false);
  useEffect(() => {
    if (request.state === 'ready') seen.current = true;
  }, [request.state]);

  // A read that goes on is one of several for the same answer.
  const missing = request.state === 'error' && isNotFound(request.error);
  const awaited = useRef(false);
  awaited.current =
    justSubmitted &&
    !seen.current &&
    (missing || (awaited.current && request.state === 'loading'));
  if (awaited.current) {
    return (
      <>
        <BackLink to={links.requests()}>{t('requestPage.back')}</BackLink>
        <NotYetThere request={props.request} />
      </>
    );
  }
  if (missing) {
    return <Tombstone request={props.request} wasThere={seen.current} />;
  }
  return (
    <>
      <BackLink to={links.requests()}>{t('requestPage.back')}</BackLink>
      <Loaded
        of={request}
        skeleton={<SkeletonRows count={10} height={32} />}
        forbidden={{
          what: t('requestPage.what'),
          permission: 'kratix.request.read',
        }}
      >
        {value => <Ready request={value} />}
      </Loaded>
    </>
  );
}

function isNotFound(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 404;
}

function Ready(props: { request: RequestDetail }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { request } = props;
  const { platform, crd, namespace, name } = request;
  usePageTitle(name, t(`request.status.${request.description.label}`));
  const linkTo = useCallback(
    (section: RequestSection) =>
      links.request({ platform, crd, namespace, name }, section),
    [links, platform, crd, namespace, name],
  );
  const section = useRouteSection(requestSections, linkTo);
  return (
    <>
      <RequestHeader request={request} />
      <PartialStrip
        freshness={[request.freshness]}
        details={id => <PlatformDetailsLink platform={id} />}
      />
      <RequestSections request={request} section={section} />
    </>
  );
}

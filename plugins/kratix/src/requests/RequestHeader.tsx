import { Link } from '@backstage/core-components';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  LetterTile,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';
import { PageHeading } from '../shell';
import { RequestActions } from './RequestActions';

/** Name, Promise, place and what can be done; the name alone at first. @internal */
export function RequestHeader(props: {
  name: string;
  request?: RequestDetail;
}) {
  const { name, request } = props;
  return (
    <PageHeading
      title={<bdi>{name}</bdi>}
      before={request && <LetterTile name={request.promiseTitle} size={36} />}
      facts={request && <Facts request={request} />}
      actions={request && <RequestActions request={request} />}
    />
  );
}

function Facts(props: { request: RequestDetail }) {
  const links = useLinks();
  const { platform, namespace, promise, promiseTitle, freshness, description } =
    props.request;
  return (
    <>
      <Link to={links.promise({ platform, name: promise })}>
        <bdi>{promiseTitle}</bdi>
      </Link>
      <VersionTag version={description.version} />
      <span>
        {namespace === '-' ? '' : `${namespace} · `}
        {freshness.title}
      </span>
    </>
  );
}

import { Link } from '@backstage/core-components';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  LetterTile,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';
import { PageHeading } from '../shell';
import { RequestActions } from './RequestActions';

/** Name, Promise, place and what can be done. @internal */
export function RequestHeader(props: { request: RequestDetail }) {
  const links = useLinks();
  const { request } = props;
  const { platform, namespace, name, promise, promiseTitle } = request;
  return (
    <PageHeading
      title={<bdi>{name}</bdi>}
      before={<LetterTile name={promiseTitle} size={36} />}
      facts={
        <>
          <Link to={links.promise({ platform, name: promise })}>
            <bdi>{promiseTitle}</bdi>
          </Link>
          <VersionTag version={request.description.version} />
          <span>
            {namespace === '-' ? '' : `${namespace} · `}
            {request.freshness.title}
          </span>
        </>
      }
      actions={<RequestActions request={request} />}
    />
  );
}

import {
  Loaded,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { BackLink } from './BackLink';
import { PageHeading } from './PageHeading';
import { useReportStatus } from './pageStatus';

/** The backend knows of no such thing; nothing else went wrong. @internal */
export function isMissing(loadable: Loadable<unknown>): boolean {
  if (loadable.state !== 'error') return false;
  const { error } = loadable;
  return 'statusCode' in error && error.statusCode === 404;
}

/**
 * A page of one thing, or a form about it: the way back, and the thing in
 * whatever state it is in, under a heading of its own once it is there.
 *
 * @internal
 */
export function DetailPage<T>(props: {
  of: Loadable<T>;
  back: { to: string; title: string };
  /** The heading until then. */
  title: string;
  skeleton: ReactNode;
  forbidden: { what: string; permission: string };
  /** What is said in place of all that, where there is better to say. */
  instead?: ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { of, back, title, skeleton, forbidden, instead, children } = props;
  useReportStatus(of);
  return (
    <>
      <BackLink to={back.to}>{back.title}</BackLink>
      {instead || (
        <>
          {of.state !== 'ready' && <PageHeading title={title} />}
          <Loaded of={of} skeleton={skeleton} forbidden={forbidden}>
            {children}
          </Loaded>
        </>
      )}
    </>
  );
}

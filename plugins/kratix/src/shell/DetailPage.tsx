import {
  Loaded,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { BackLink } from './BackLink';
import { useReportStatus } from './pageStatus';

/** The backend knows of no such thing; nothing else went wrong. @internal */
export function isMissing(loadable: Loadable<unknown>): boolean {
  return failedWith(loadable, 404);
}

/** One may not see it; there is nothing to search or to filter. @internal */
export function isForbidden(loadable: Loadable<unknown>): boolean {
  return failedWith(loadable, 403);
}

function failedWith(loadable: Loadable<unknown>, status: number): boolean {
  if (loadable.state !== 'error') return false;
  const { error } = loadable;
  return 'statusCode' in error && error.statusCode === status;
}

/**
 * A page of one thing, or a form about it: the way back, the heading, and the
 * thing in whatever state it is in.
 *
 * @internal
 */
export function DetailPage<T>(props: {
  of: Loadable<T>;
  back: { to: string; title: string };
  /** Also of what is not there yet: a heading does not come and go. */
  heading: (value?: T) => ReactNode;
  skeleton: ReactNode;
  forbidden: { what: string; permission: string };
  /** What is said in place of all that, where there is better to say. */
  instead?: ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { of, back, heading, skeleton, forbidden, instead, children } = props;
  useReportStatus(of);
  return (
    <>
      <BackLink to={back.to}>{back.title}</BackLink>
      {instead || (
        <>
          {heading(of.state === 'ready' ? of.value : undefined)}
          <Loaded of={of} skeleton={skeleton} forbidden={forbidden}>
            {children}
          </Loaded>
        </>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import type { Loadable } from '../loadable';
import { ForbiddenNotice } from './ForbiddenNotice';
import { Problem } from './Problem';
import { problemFacts } from './problemKind';
import { SkeletonRows } from './SkeletonRows';

/**
 * One region of a page in whatever state its content is in. The region alone
 * fails; what stands beside it stays.
 *
 * @public
 */
export function Loaded<T>(props: {
  of: Loadable<T>;
  /** Shown while nothing is known; in the final layout. */
  skeleton?: ReactNode;
  empty?: ReactNode;
  /** Says what is withheld where it is; a plain problem otherwise. */
  forbidden?: { what: string; permission: string };
  children: (value: T) => ReactNode;
}) {
  const { of, skeleton, empty = null, forbidden, children } = props;
  switch (of.state) {
    case 'loading':
      return <>{skeleton ?? <SkeletonRows count={3} />}</>;
    case 'error': {
      const { kind, message, refused } = problemFacts(of.error);
      if (kind === 'forbidden' && forbidden) {
        return <ForbiddenNotice {...forbidden} {...{ message, refused }} />;
      }
      return (
        <Problem error={of.error} onRetry={of.retry} retryAt={of.retryAt} />
      );
    }
    case 'empty':
      return <>{empty}</>;
    case 'ready':
      return <>{children(of.value)}</>;
    default:
      return of satisfies never;
  }
}

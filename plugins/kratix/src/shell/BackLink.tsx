import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';

/** Up to the list that a page was chosen from. @internal */
export function BackLink(props: { to: string; children: ReactNode }) {
  return (
    <div style={{ marginBottom: 8 }}>
      <Link to={props.to}>
        <span aria-hidden>‹ </span>
        {props.children}
      </Link>
    </div>
  );
}

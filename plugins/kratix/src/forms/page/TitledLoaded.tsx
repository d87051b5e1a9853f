import {
  Loaded,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { PageHeading } from '../../shell';

/**
 * As `Loaded`, below the title of the form for as long as there is no form that
 * has one.
 *
 * @internal
 */
export function TitledLoaded<T>(props: {
  title: string;
  of: Loadable<T>;
  skeleton: ReactNode;
  forbidden: { what: string; permission: string };
  children: (value: T) => ReactNode;
}) {
  const { title, of, skeleton, forbidden, children } = props;
  return (
    <>
      {of.state !== 'ready' && <PageHeading title={title} />}
      <Loaded of={of} skeleton={skeleton} forbidden={forbidden}>
        {children}
      </Loaded>
    </>
  );
}

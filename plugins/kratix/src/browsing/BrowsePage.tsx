import {
  useFormats,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { PageHeading, usePageTitle, useReportStatus } from '../shell';

/** A page to look through: what is listed, how much of it, how current. @internal */
export function BrowsePage<P extends { total: number }>(props: {
  title: string;
  of: Loadable<P>;
  /** In words, where the total is not what a person can count. */
  count?: (page: P) => string;
  children: ReactNode;
}) {
  const { number } = useFormats();
  const { title, of, count = page => number(page.total), children } = props;
  usePageTitle(title);
  useReportStatus(of);
  return (
    <>
      <PageHeading
        title={title}
        count={of.state === 'ready' ? count(of.value) : undefined}
      />
      {children}
    </>
  );
}

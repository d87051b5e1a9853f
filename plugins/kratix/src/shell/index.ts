export { BackLink } from './BackLink';
export { PageHeading } from './PageHeading';
export { useReportStatus } from './pageStatus';
export { usePageTitle } from './usePageTitle';

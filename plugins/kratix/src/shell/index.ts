export { BackLink } from './BackLink';
export { DetailPage, isForbidden, isMissing } from './DetailPage';
export { PageHeading } from './PageHeading';
export { useReportStatus } from './pageStatus';
export { useDenied } from './useDenied';
export { usePageTitle } from './usePageTitle';

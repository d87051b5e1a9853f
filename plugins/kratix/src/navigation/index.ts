export { EntityLink, entityTitle } from './EntityLink';
export { useLinks, type Links } from './useLinks';

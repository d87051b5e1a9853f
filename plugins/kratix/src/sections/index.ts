export { SectionTabs, type Section } from './SectionTabs';
export {
  useQuerySection,
  useRouteSection,
  type SectionState,
} from './useSection';

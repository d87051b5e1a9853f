export { SectionTabs, type Section } from './SectionTabs';
export { StepList } from './StepList';
export {
  useQuerySection,
  useRouteSection,
  type SectionState,
} from './useSection';

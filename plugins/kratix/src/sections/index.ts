export { SectionTabs, type Section } from './SectionTabs';
export { StepList } from './StepList';
export { TwoColumns } from './TwoColumns';
export {
  useQuerySection,
  useRouteSection,
  type SectionState,
} from './useSection';

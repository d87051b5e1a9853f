export type { FieldProblem } from './FieldProblem';
export { fieldId } from './fieldPath';
export { ProblemSummary } from './ProblemSummary';
export { problemWords } from './problemWords';
export {
  RequestFields,
  type RequestFieldsHandle,
  type RequestFieldsProps,
} from './RequestFields';
export { titleOf } from './titleOf';
export { useFormProblems, type FormProblems } from './useFormProblems';

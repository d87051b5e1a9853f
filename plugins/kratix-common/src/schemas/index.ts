export { hasRules } from './cel/rules';
export { blocksRules, compileSchema } from './compileSchema';
export { fieldOfPath, pathOfField } from './fieldPath';
export { fixedBy, fixedFieldsBy } from './fixed';
export { typeOfValue } from './kinds';
export { compilePattern } from './pattern';
export { defaulted, pruned } from './shape';
export { structuralCauses } from './structural';
export * from './types';

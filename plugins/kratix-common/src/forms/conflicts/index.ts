export {
  changesBetween,
  patchOfChanges,
  sameValue,
  fieldAt,
  type FieldChange,
  type FieldPatch,
  type FieldPath,
} from './changes';
export {
  threeWay,
  type ConflictChoice,
  type FieldConflict,
  type ThreeWay,
} from './threeWay';

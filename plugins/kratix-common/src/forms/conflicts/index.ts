export {
  changesBetween,
  patchOfChanges,
  sameValue,
  fieldAt,
  type FieldChange,
  type FieldPatch,
} from './changes';
export {
  threeWay,
  type ConflictChoice,
  type FieldConflict,
  type ThreeWay,
} from './threeWay';

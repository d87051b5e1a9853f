export { FieldIsland } from './FieldIsland';

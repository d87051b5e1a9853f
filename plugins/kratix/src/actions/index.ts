export { ActionButton } from './ActionButton';
export { ConsequenceList, type ConsequenceGroup } from './ConsequenceList';
export { DangerDialog } from './DangerDialog';
export { useNotAllowedReason } from './useNotAllowedReason';

export { ActionButton } from './ActionButton';
export { ConsequenceList, type ConsequenceGroup } from './ConsequenceList';
export { DangerDialog } from './DangerDialog';
export { MenuAction, type Permit } from './MenuAction';
export { MoreMenu, useMenu, type MenuState } from './MoreMenu';
export { useNotAllowedReason } from './useNotAllowedReason';
export { useOverlayClasses } from './useOverlayClasses';

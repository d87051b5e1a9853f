export { ActionButton } from './ActionButton';
export { useNotAllowedReason } from './useNotAllowedReason';

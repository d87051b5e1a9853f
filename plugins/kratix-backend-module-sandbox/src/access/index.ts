export { Access } from './access';
export { defaultRoles } from './defaultRoles';
export type * from './types';

export { entityMetadata } from './entityMetadata';
export { noOwner, type EntityOptions } from './entityOptions';
export { entityRefsOf, tagsOf } from './entityRefs';
export { isExcluded } from './isExcluded';

import type { Entity } from '@backstage/catalog-model';

function typeOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.['kratix.io/type'];
}

/** A request, whichever kind the catalog gives it. @public */
export function isKratixRequest(entity: Entity): boolean {
  return typeOf(entity) === 'resource';
}

/** The Component of a Promise; its API and Template are others. @public */
export function isKratixPromise(entity: Entity): boolean {
  return entity.kind === 'Component' && typeOf(entity) === 'promise';
}

/** The API of a Promise. @public */
export function isKratixPromiseApi(entity: Entity): boolean {
  return entity.kind === 'API' && typeOf(entity) === 'promise';
}

/** @public */
export function isKratixDestination(entity: Entity): boolean {
  return typeOf(entity) === 'destination';
}

/** @public */
export function isKratixPlatform(entity: Entity): boolean {
  return typeOf(entity) === 'platform';
}

/** A service or a system, which may have things from the platform. @public */
export function canHaveInfrastructure(entity: Entity): boolean {
  if (entity.kind === 'System') return true;
  // What came from the platform has its own cards.
  return entity.kind === 'Component' && typeOf(entity) === undefined;
}

/** @public */
export function isTeam(entity: Entity): boolean {
  return entity.kind === 'Group';
}

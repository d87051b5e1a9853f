import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Request, Response } from 'express';
import type { Access, User } from '../access';
import type { Faults } from '../faults';
import type { KindInfo, Store } from '../store';
import type { ApiCall } from './call';
import type { Discovery } from './discovery';
import type { LogSource } from './logs';
import type { Snapshots } from './snapshots';

/** What the parts of the HTTP face work with. @internal */
export interface KubeContext {
  store: Store;
  access: Access;
  faults: Faults;
  discovery: Discovery;
  snapshots: Snapshots;
  logs: () => LogSource | undefined;
  now: () => Date;
  bookmarkEveryMs: number;
}

/** One call on its way through. @internal */
export interface Exchange {
  call: ApiCall;
  req: Request;
  res: Response;
  user: User;
}

/** A call about a kind that is there. @internal */
export interface ResourceExchange extends Exchange {
  kind: KindInfo;
  resource: NonNullable<ApiCall['resource']>;
}

/** @internal */
export function namesOf(object: KubeObject): string {
  const { name, namespace } = object.metadata;
  return namespace ? `${namespace}/${name}` : name;
}

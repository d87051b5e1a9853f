import type { AdmissionHook } from '../store';
import { kratixUser } from '../simulator/world';
import type { RevisionObject } from '../simulator/kratixObjects';

/** Kratix's webhook for PromiseRevisions: the latest stays. @internal */
export const revisionWebhook: AdmissionHook = {
  name: 'validate-promiserevision.kratix.io',
  matches: ({ kind, operation, user }) =>
    kind.plural === 'promiserevisions' &&
    operation === 'DELETE' &&
    user !== kratixUser,
  review: ({ previous }) =>
    (previous as RevisionObject | undefined)?.status?.latest
      ? { denied: 'can not delete the latest PromiseRevision' }
      : {},
};

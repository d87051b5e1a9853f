import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { eventTerms } from '../activity/eventTerms';
import {
  destinationOfPlacement,
  storeOfDestination,
  workOfPlacement,
} from '../placements/placementTerms';
import { promiseOfLabel, promiseOfRevision } from '../promises/promiseTerms';
import {
  ownerTerms,
  requestOfBinding,
  requestOfHealthRecord,
  requestTerm,
} from '../requests/requestTerms';
import type { WatchedKind } from '../types';
import { KeyIndex } from './keyIndex';

const one = (term: string | undefined) => (term ? [term] : []);

/** Everything that is looked up by more than its name. @internal */
const indexedBy = {
  jobsByOwner: { kind: 'jobs', terms: ownerTerms },
  podsByOwner: { kind: 'pods', terms: ownerTerms },
  worksByOwner: { kind: 'works', terms: ownerTerms },
  placementsByWork: {
    kind: 'workplacements',
    terms: placement => one(workOfPlacement(placement)),
  },
  placementsByDestination: {
    kind: 'workplacements',
    terms: placement => one(destinationOfPlacement(placement)),
  },
  destinationsByStore: {
    kind: 'destinations',
    terms: destination => one(storeOfDestination(destination)),
  },
  bindingsByRequest: {
    kind: 'resourcebindings',
    terms: binding => {
      const request = requestOfBinding(binding);
      return request ? [requestTerm(request)] : [];
    },
  },
  healthByRequest: {
    kind: 'healthrecords',
    terms: record => {
      const request = requestOfHealthRecord(record);
      return request ? [requestTerm(request)] : [];
    },
  },
  revisionsByPromise: {
    kind: 'promiserevisions',
    terms: revision => one(promiseOfRevision(revision)),
  },
  crdsByPromise: {
    kind: 'customresourcedefinitions',
    terms: crd => one(promiseOfLabel(crd)),
  },
  eventsBySubject: { kind: 'events', terms: eventTerms },
} satisfies Record<
  string,
  { kind: WatchedKind; terms: (object: KubeObject) => string[] }
>;

/** @internal */
export type IndexName = keyof typeof indexedBy;

/** @internal */
export interface NamedIndex {
  name: IndexName;
  kind: WatchedKind;
  index: KeyIndex;
}

/** A fresh set of indexes, for one platform. @internal */
export function createIndexes(): Map<IndexName, NamedIndex> {
  const names = Object.keys(indexedBy) as IndexName[];
  return new Map(
    names.map(name => {
      const { kind, terms } = indexedBy[name];
      return [name, { name, kind, index: new KeyIndex(terms) }];
    }),
  );
}

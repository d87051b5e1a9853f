import type { RequestView } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixRequestResource } from '../permissions/requestResource';

/**
 * One request as lists and the stream need it, with what they sort and search
 * by worked out once.
 *
 * @internal
 */
export interface RequestRow extends KratixRequestResource {
  /** `platform/crd/namespace/name`. */
  key: string;
  /** Without evidence: that is for the page of one request. */
  view: RequestView;
  /** Who asked for it, by entity ref. */
  requester?: string;
  /** By position of `requestDimensions`. */
  values: readonly string[];
  /** By `chipBits`. */
  chips: number;
  /** All that the search looks at, in lower case. */
  searched: string;
  /** Places among all labels and tones, most urgent first. */
  labelRank: number;
  toneRank: number;
  /** Epoch milliseconds; 0 where not known. */
  sinceMs: number;
  createdMs: number;
  changedMs: number;
}

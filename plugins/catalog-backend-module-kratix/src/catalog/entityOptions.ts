import type { RequestEntityKind } from '../config/readCatalogConfig';

/** What the mappers need to know besides the object. @internal */
export interface EntityOptions {
  platform: {
    id: string;
    title: string;
    /** Entity ref. */
    owner?: string;
  };
  /** `kratix-portal.io/`; ends in a slash. */
  annotationPrefix: string;
  requestKind: RequestEntityKind;
  appBaseUrl?: string;
}

/** The owner of what nobody owns: the catalog wants some owner. @internal */
export const noOwner = 'unknown';

import {
  RequestDocument,
  sameValue,
  type ListingDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useCallback, useMemo, useState } from 'react';
import { useOfDocument } from '../../forms/page/useDocument';
import {
  manifestProblem,
  type ManifestField,
  type ManifestProblem,
} from './manifestDraft';

/** The Promise as a person makes it their own. @internal */
export interface Manifest {
  document: RequestDocument;
  /** It means something else than what the listing has. */
  edited: boolean;
  problem?: ManifestProblem;
  /** A field holds what can't be read. */
  wrong: boolean;
  onWrong: (field: ManifestField, wrong: boolean) => void;
  reset: () => void;
  /** Another number for another start, so that fields are drawn anew. */
  start: number;
}

/** Starts from the listing as it was when the page opened. @internal */
export function useManifest(listing: ListingDetail): Manifest {
  const [{ document, original, start }, setStart] = useState(() =>
    startOf(listing, 0),
  );
  const [wrongs, setWrongs] = useState<readonly ManifestField[]>([]);
  const edited = useOfDocument(
    document,
    one => one.errors.length > 0 || !sameValue(one.value, original),
  );
  const problem = useOfDocument(document, one =>
    manifestProblem(one, listing.name),
  );
  const onWrong = useCallback(
    (field: ManifestField, wrong: boolean) =>
      setWrongs(old => {
        if (wrong === old.includes(field)) return old;
        return wrong ? [...old, field] : old.filter(one => one !== field);
      }),
    [],
  );
  const reset = useCallback(() => {
    setWrongs([]);
    setStart(old => startOf(listing, old.start + 1));
  }, [listing]);
  return useMemo(
    () => ({
      document,
      edited,
      problem,
      wrong: wrongs.length > 0,
      onWrong,
      reset,
      start,
    }),
    [document, edited, problem, wrongs, onWrong, reset, start],
  );
}

function startOf(listing: ListingDetail, start: number) {
  const document = RequestDocument.ofText(listing.manifest);
  return { document, original: document.value, start };
}

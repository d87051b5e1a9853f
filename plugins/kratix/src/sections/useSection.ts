import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';

/** Which part is open and how to open another. @internal */
export interface SectionState<Id extends string> {
  current: Id;
  open: (id: Id) => void;
}

function known<Id extends string>(
  ids: readonly [Id, ...Id[]],
  given: string | null | undefined,
): Id {
  return ids.find(id => id === given) ?? ids[0];
}

/** The part that the page's own address names; Back returns to the last. @internal */
export function useRouteSection<Id extends string>(
  ids: readonly [Id, ...Id[]],
  linkTo: (id: Id) => string,
): SectionState<Id> {
  const { section } = useParams();
  const navigate = useNavigate();
  const open = useCallback(
    (id: Id) => navigate(linkTo(id)),
    [navigate, linkTo],
  );
  return { current: known(ids, section), open };
}

/** The part that a key of the address names, on a page of the catalog. @internal */
export function useQuerySection<Id extends string>(
  ids: readonly [Id, ...Id[]],
): SectionState<Id> {
  const [params, setParams] = useSearchParams();
  const open = useCallback(
    (id: Id) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        next.set('section', id);
        return next;
      }),
    [setParams],
  );
  return { current: known(ids, params.get('section')), open };
}

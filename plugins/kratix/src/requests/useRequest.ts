import {
  stringifyRequestRef,
  type RequestDetail,
  type RequestRef,
  type RequestTrace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** One request with all that its page shows, current. @internal */
export function useRequest(ref: RequestRef): Loadable<RequestDetail> {
  const key = stringifyRequestRef(ref);
  return useLive<RequestDetail>({
    key: `request ${key}`,
    read: (api, signal) => api.getRequest(ref, { signal }),
    appearsBy: event =>
      event.type === 'request' &&
      event.view !== undefined &&
      stringifyRequestRef(event.ref) === key,
    onEvent: (event, detail) => {
      if (event.type === 'platform') {
        return event.view.id === ref.platform
          ? { value: { ...detail, freshness: event.view.freshness } }
          : 'none';
      }
      if (event.type !== 'request') return 'none';
      if (stringifyRequestRef(event.ref) !== key) return 'none';
      if (!event.view) return 'refresh';
      // Views in events leave the evidence out; the read that follows has it.
      return { value: { ...detail, ...event.view }, refresh: true };
    },
  });
}

/** Its runs, placements and relatives, current. @internal */
export function useRequestTrace(ref: RequestRef): Loadable<RequestTrace> {
  const key = stringifyRequestRef(ref);
  return useLive<RequestTrace>({
    key: `trace ${key}`,
    read: (api, signal) => api.getRequestRelated(ref, { signal }),
    onEvent: (event, trace) => {
      if (event.type !== 'request') return 'none';
      const related = [ref, ...trace.parents, ...trace.children];
      const changed = stringifyRequestRef(event.ref);
      return related.some(one => stringifyRequestRef(one) === changed)
        ? 'refresh'
        : 'none';
    },
  });
}

import type { Loadable } from '@kratix-portal/backstage-plugin-kratix-react';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';

/** What the header's chip says about the page below it. */
interface PageStatus {
  state: Loadable<unknown>['state'];
  refreshing?: boolean;
  failed?: Error;
  asOf?: number;
}

const StatusContext = createContext<PageStatus | undefined>(undefined);
const ReportContext = createContext<(status?: PageStatus) => void>(() => {});

/** Lets a page tell the header above it how current it is. @internal */
export function PageStatusProvider(props: { children: ReactNode }) {
  const [status, setStatus] = useState<PageStatus>();
  return (
    <ReportContext.Provider value={setStatus}>
      <StatusContext.Provider value={status}>
        {props.children}
      </StatusContext.Provider>
    </ReportContext.Provider>
  );
}

/** @internal */
export function usePageStatus(): PageStatus | undefined {
  return useContext(StatusContext);
}

/** The main thing on the page; the header's chip speaks of it. @internal */
export function useReportStatus(loadable: Loadable<unknown>): void {
  const report = useContext(ReportContext);
  const ready = loadable.state === 'ready' ? loadable : undefined;
  const { refreshing, failed, asOf } = ready ?? {};
  const { state } = loadable;
  const status = useMemo(
    () => ({ state, refreshing, failed, asOf }),
    [state, refreshing, failed, asOf],
  );
  useEffect(() => report(status), [report, status]);
  useEffect(() => () => report(undefined), [report]);
}

import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { KratixShell } from './KratixShell';
import { UnknownPage } from './UnknownPage';

const HomePage = lazy(() =>
  import('../home/HomePage').then(m => ({ default: m.HomePage })),
);
const RequestsPage = lazy(() =>
  import('../requests/RequestsPage').then(m => ({ default: m.RequestsPage })),
);
const RequestPage = lazy(() =>
  import('../requests/RequestPage').then(m => ({ default: m.RequestPage })),
);
const PromisesPage = lazy(() =>
  import('../promises/PromisesPage').then(m => ({ default: m.PromisesPage })),
);
const PromisePage = lazy(() =>
  import('../promises/PromisePage').then(m => ({ default: m.PromisePage })),
);
const MarketplacePage = lazy(() =>
  import('../marketplace/MarketplacePage').then(m => ({
    default: m.MarketplacePage,
  })),
);
const ListingPage = lazy(() =>
  import('../marketplace/ListingPage').then(m => ({ default: m.ListingPage })),
);
const InstallPage = lazy(() =>
  import('../marketplace/install/InstallPage').then(m => ({
    default: m.InstallPage,
  })),
);
const NewRequestPage = lazy(() =>
  import('../forms/page').then(m => ({ default: m.NewRequestPage })),
);
const EditRequestPage = lazy(() =>
  import('../forms/page').then(m => ({ default: m.EditRequestPage })),
);
const CloneRequestPage = lazy(() =>
  import('../forms/page').then(m => ({ default: m.CloneRequestPage })),
);
const OperateFrame = lazy(() =>
  import('./OperateFrame').then(m => ({ default: m.OperateFrame })),
);
const OperateIndex = lazy(() =>
  import('./OperateFrame').then(m => ({ default: m.OperateIndex })),
);
const DestinationsPage = lazy(() =>
  import('../placements/DestinationsPage').then(m => ({
    default: m.DestinationsPage,
  })),
);
const DestinationPage = lazy(() =>
  import('../placements/DestinationPage').then(m => ({
    default: m.DestinationPage,
  })),
);
const PlatformsPage = lazy(() =>
  import('../platforms/PlatformsPage').then(m => ({
    default: m.PlatformsPage,
  })),
);

/**
 * Every page of the plugin, each loaded when it is first opened. The same tree
 * in both frontend systems.
 *
 * @internal
 */
export function KratixPage() {
  const request = 'requests/:platform/:crd/:namespace/:name';
  // No platform has this id, so it hides nobody's Promises.
  const listing = 'promises/marketplace/:source/:entry';
  return (
    <Routes>
      <Route element={<KratixShell />}>
        <Route index element={<HomePage />} />
        <Route path="requests" element={<RequestsPage />} />
        <Route path={request} element={<RequestPage />} />
        <Route path={`${request}/edit`} element={<EditRequestPage />} />
        <Route path={`${request}/clone`} element={<CloneRequestPage />} />
        <Route path={`${request}/:section`} element={<RequestPage />} />
        <Route path="promises" element={<PromisesPage />} />
        <Route path="promises/marketplace" element={<MarketplacePage />} />
        <Route
          path="promises/marketplace/:source"
          element={<MarketplacePage />}
        />
        <Route path={listing} element={<ListingPage />} />
        <Route path={`${listing}/install`} element={<InstallPage />} />
        <Route path={`${listing}/:section`} element={<ListingPage />} />
        <Route path="promises/:platform/:name" element={<PromisePage />} />
        <Route
          path="promises/:platform/:name/new"
          element={<NewRequestPage />}
        />
        <Route
          path="promises/:platform/:name/:section"
          element={<PromisePage />}
        />
        <Route path="operate" element={<OperateFrame />}>
          <Route index element={<OperateIndex />} />
          <Route path="destinations" element={<DestinationsPage />} />
          <Route
            path="destinations/:platform/:name"
            element={<DestinationPage />}
          />
          <Route path="platforms" element={<PlatformsPage />} />
          <Route path="platforms/:platform" element={<PlatformsPage />} />
        </Route>
        <Route path="*" element={<UnknownPage />} />
      </Route>
    </Routes>
  );
}

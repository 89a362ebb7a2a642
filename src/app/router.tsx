import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import type { ReactNode } from 'react';
import { DetailPage } from './detail/DetailPage.tsx';
import { configuredEnvironments } from './environments.ts';
import { ListPage } from './list/ListPage.tsx';
import { listHref, ROUTES } from './links.ts';
import { NoEnvironment, NoPage } from './Elsewhere.tsx';
import { viewHref } from './views/view.ts';
import { useViews } from './views/viewStore.ts';

/** The app's pages by URL (see `links.ts`). */
export function AppRoutes() {
  return (
    <Routes>
      <Route path={ROUTES.home} element={<Home />} />
      <Route
        path={ROUTES.list}
        element={<Configured page={(environment) => <ListPage environment={environment} />} />}
      />
      <Route
        path={ROUTES.detail}
        element={
          <Configured
            page={(environment, id) => (
              <DetailPage key={`${environment}/${id}`} environment={environment} id={id} />
            )}
          />
        }
      />
      <Route path="*" element={<NoPage />} />
    </Routes>
  );
}

/** Goes on to the saved view that somebody chose to start with, or else to the first environment's list. */
function Home() {
  const { views, start } = useViews();
  const [first] = configuredEnvironments();
  const view = views.find(({ name }) => name === start);
  const chosen = view && configuredEnvironments().includes(view.environment) ? viewHref(view) : null;
  const href = chosen ?? (first ? listHref(first) : null);
  return href === null ? <NoPage /> : <Navigate to={href} replace />;
}

/** Lets a page through only where its environment is configured: a link to another one says what is missing. */
function Configured({ page }: { page: (environment: string, id: string) => ReactNode }) {
  const { environment = '', id = '' } = useParams();
  if (!configuredEnvironments().includes(environment)) return <NoEnvironment name={environment} />;
  return page(environment, id);
}

import { Route, Routes, useLocation, useParams } from 'react-router-dom';
import { useEffect, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import { configuredEnvironments } from './environments.ts';
import { Guarded } from './Guarded.tsx';
import { LOADS } from './pageCode.ts';
import { ROUTES } from './routes.ts';
import { Later } from './ui/Later.tsx';
import { beginAhead } from './ui/parts.ts';

const loadHome = () => import('./HomePage.tsx');
const loadElsewhere = () => import('./Elsewhere.tsx');

/**
 * When a page is waited for no longer that has not said that it is drawn (`useDrawn`), in ms: the API may hang, and so may
 * the page's code.
 */
const NOTHING_DRAWN_MS = 5000;

/** The app's pages by URL (see `links.ts`). */
export function AppRoutes() {
  useEffect(() => {
    const timer = setTimeout(beginAhead, NOTHING_DRAWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Routes>
      <Route path={ROUTES.home} element={<Home />} />
      <Route
        path={ROUTES.list}
        element={
          <Configured
            page={(environment) => (
              <Later load={LOADS.list} waiting={WAITING}>
                {({ ListPage }) => <ListPage environment={environment} />}
              </Later>
            )}
          />
        }
      />
      <Route
        path={ROUTES.compare}
        element={<Configured page={(environment) => <ComparedOrOne environment={environment} />} />}
      />
      <Route
        path={ROUTES.detail}
        element={
          <Configured
            page={(environment, id) => (
              <OperationPage key={`${environment}/${id}`} environment={environment} id={id} />
            )}
          />
        }
      />
      <Route path="*" element={<NoPage />} />
    </Routes>
  );
}

const WAITING = <Waiting />;

/** While a page's code is on its way; it is nearly always there before one could read it. */
function Waiting() {
  return <p className="visually-hidden">{t('Loading the page…')}</p>;
}

/** An operation's page. A list does not need its code, which comes while one looks at the first rows. */
function OperationPage({ environment, id }: { environment: string; id: string }) {
  return (
    <Later load={LOADS.detail} waiting={WAITING}>
      {({ DetailPage }) => <DetailPage environment={environment} id={id} />}
    </Later>
  );
}

/** A comparison names what it compares; without any `id` the address is that of the operation whose ID is `compare`. */
function ComparedOrOne({ environment }: { environment: string }) {
  if (!new URLSearchParams(useLocation().search).has('id')) {
    return <OperationPage key={`${environment}/compare`} environment={environment} id="compare" />;
  }
  return (
    <Later load={LOADS.compare} waiting={WAITING}>
      {({ ComparePage }) => <ComparePage key={environment} environment={environment} />}
    </Later>
  );
}

/** Leads on; what of this browser's views is the first one has to be looked up. */
function Home() {
  return (
    <Later load={loadHome} waiting={WAITING}>
      {({ HomePage }) => <HomePage nowhere={<NoPage />} />}
    </Later>
  );
}

function NoPage() {
  return (
    <Later load={loadElsewhere} waiting={WAITING}>
      {({ NoSuchPage }) => <NoSuchPage />}
    </Later>
  );
}

/** Lets a page through only where its environment is configured: a link to another one says what is missing. */
function Configured({ page }: { page: (environment: string, id: string) => ReactNode }) {
  const { environment = '', id = '' } = useParams();
  if (!configuredEnvironments().includes(environment)) {
    return (
      <Later load={loadElsewhere} waiting={WAITING}>
        {({ NoEnvironment }) => <NoEnvironment name={environment} />}
      </Later>
    );
  }
  return (
    <Guarded what="The page" made={`${environment}/${id}`}>
      {page(environment, id)}
    </Guarded>
  );
}

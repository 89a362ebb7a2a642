import { Route, Routes, useLocation, useParams } from 'react-router-dom';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import { configuredEnvironments } from './environments.ts';
import { Guarded } from './Guarded.tsx';
import { environmentOfPath } from './links.ts';
import { pageOfPath, ROUTES, type PageName } from './routes.ts';
import { Later } from './ui/Later.tsx';
import { ahead, beginAhead, fetchPart, savesData } from './ui/parts.ts';

const loadListPage = ahead(() => import('./list/ListPage.tsx'));
const loadDetailPage = ahead(() => import('./detail/DetailPage.tsx'));
const loadComparePage = () => import('./compare/ComparePage.tsx');
const loadHome = () => import('./HomePage.tsx');
const loadElsewhere = () => import('./Elsewhere.tsx');
const LOADS = {
  list: loadListPage,
  detail: loadDetailPage,
  compare: loadComparePage,
} satisfies Record<PageName, () => Promise<object>>;

/**
 * Asks for the code of the page that the address names, before anything is rendered. What fails here is told by the page's
 * own `Later`, which asks once more.
 */
export function fetchPage({ pathname, search }: Pick<Location, 'pathname' | 'search'> = location): void {
  const page = pageOfPath(pathname, search);
  if (page) fetchPart(LOADS[page]).catch(() => {});
}

/** How long the first drawing waits for what is on its way, in ms: on a slow line something has to be seen meanwhile. */
const PATIENCE_MS = 500;

/**
 * Settles when it is time to draw the page that the address names for the first time: its code has come, and its rows are
 * read where the browser has them already, as the page's head had it ask for them. A list that is drawn without them is
 * drawn again a moment later, which doubles what a slow machine has to do before the first row.
 */
export async function timeToDraw(client: QueryClient): Promise<void> {
  await Promise.race([whatHasCome(client).catch(() => {}), new Promise((r) => setTimeout(r, PATIENCE_MS))]);
}

async function whatHasCome(client: QueryClient): Promise<void> {
  const { pathname, search } = location;
  const page = pageOfPath(pathname, search);
  if (page) await fetchPart(LOADS[page]);
  const environment = environmentOfPath(pathname);
  if (page !== 'list' || environment === null || !hasAnswer()) return;
  await (await loadListPage()).readAhead(client, environment, search);
}

/** Whether a good answer of the API is there. Not every browser tells its status; then it is read in its own time. */
function hasAnswer(): boolean {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return loaded.some(({ name, responseStatus }) => name.includes('/api/v1/') && responseStatus === 200);
}

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
  useEffect(() => fetchOnApproach(), []);
  return (
    <Routes>
      <Route path={ROUTES.home} element={<Home />} />
      <Route
        path={ROUTES.list}
        element={
          <Configured
            page={(environment) => (
              <Later load={loadListPage} waiting={WAITING}>
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
    <Later load={loadDetailPage} waiting={WAITING}>
      {({ DetailPage }) => <DetailPage environment={environment} id={id} />}
    </Later>
  );
}

/** How long somebody rests on a link before its page is fetched, in ms: whoever passes over fetches nothing. */
const APPROACH_MS = 80;

/**
 * Fetches the code of the page that a link leads to when somebody rests on it by pointer or key; not for those who save
 * data. Its data are not fetched ahead: a row is all that its operation's page begins with, an ended one never asks for
 * more, and one that still runs is asked for as soon as the page is there, which is not before one could see it.
 */
function fetchOnApproach(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const approach = ({ target }: Event) => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link || link.origin !== location.origin || savesData()) return;
    timer = setTimeout(() => fetchPage(link), APPROACH_MS);
  };
  document.addEventListener('pointerover', approach, { passive: true });
  document.addEventListener('focusin', approach);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', approach);
    document.removeEventListener('focusin', approach);
  };
}

/** A comparison names what it compares; without any `id` the address is that of the operation whose ID is `compare`. */
function ComparedOrOne({ environment }: { environment: string }) {
  if (!new URLSearchParams(useLocation().search).has('id')) {
    return <OperationPage key={`${environment}/compare`} environment={environment} id="compare" />;
  }
  return (
    <Later load={loadComparePage} waiting={WAITING}>
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

import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { t } from '../words/words.ts';
import { comeToNone } from './comeTo.ts';
import { configuredEnvironments } from './environments.ts';
import { Guarded } from './Guarded.tsx';
import { LOADS } from './pageCode.ts';
import { Pages } from './Pages.tsx';
import { isHome, pageOfPath, readPath } from './routes.ts';
import { Later } from './ui/Later.tsx';
import { beginAhead } from './ui/parts.ts';
import { useMissedStep } from './useMissedStep.ts';

const loadHome = () => import('./HomePage.tsx');
const loadElsewhere = () => import('./Elsewhere.tsx');

/**
 * When a page is waited for no longer that has not said that it is drawn (`useDrawn`), in ms: the API may hang, and so may
 * the page's code.
 */
const NOTHING_DRAWN_MS = 5000;

/** The page that the address names (see `routes.ts`). */
export function AppRoutes() {
  useEffect(() => {
    const timer = setTimeout(beginAhead, NOTHING_DRAWN_MS);
    return () => clearTimeout(timer);
  }, []);
  useMissedStep();
  return <Pages>{PAGE}</Pages>;
}

function PageAt() {
  const { pathname, search } = useLocation();
  if (isHome(pathname)) return <Home />;
  const page = pageOfPath(pathname, search);
  const { environment = '', id } = readPath(pathname) ?? {};
  if (page === null) return <NoPage />;
  if (!configuredEnvironments().includes(environment)) return <UnknownEnvironment name={environment} />;
  return (
    <Guarded key={page} what="The page" made={pathname}>
      {page === 'list' ? (
        <Later load={LOADS.list} waiting={WAITING}>
          {({ ListPage }) => <ListPage environment={environment} />}
        </Later>
      ) : page === 'compare' ? (
        <Later load={LOADS.compare} waiting={WAITING}>
          {({ ComparePage }) => <ComparePage key={environment} environment={environment} />}
        </Later>
      ) : (
        <Later key={`${environment}/${id ?? ''}`} load={LOADS.detail} waiting={WAITING}>
          {({ DetailPage }) => <DetailPage environment={environment} id={id ?? ''} />}
        </Later>
      )}
    </Guarded>
  );
}

/** One element: a list that is left is not drawn once more. */
const PAGE = <PageAt />;

const WAITING = <Waiting />;

/** While a page's code is on its way; it is nearly always there before one could read it. */
function Waiting() {
  useLayoutEffect(comeToNone, []);
  return <p className="visually-hidden">{t('Loading the page…')}</p>;
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

/** A link to an environment that is not configured says what is missing. */
function UnknownEnvironment({ name }: { name: string }) {
  return (
    <Later load={loadElsewhere} waiting={WAITING}>
      {({ NoEnvironment }) => <NoEnvironment name={name} />}
    </Later>
  );
}

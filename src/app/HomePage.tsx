import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { configuredEnvironments } from './environments.ts';
import { listHref } from './links.ts';
import { viewHref } from './views/view.ts';
import { useViews } from './views/viewStore.ts';

/**
 * Goes on to the saved view that somebody chose to start with, or else to the first environment's list; shows `nowhere`
 * where there is none.
 */
export function HomePage({ nowhere }: { nowhere: ReactNode }) {
  const { views, start } = useViews();
  const [first] = configuredEnvironments();
  const view = views.find(({ name }) => name === start);
  const chosen = view && configuredEnvironments().includes(view.environment) ? viewHref(view) : null;
  const href = chosen ?? (first ? listHref(first) : null);
  const navigate = useNavigate();
  useEffect(() => {
    if (href !== null) void navigate(href, { replace: true });
  }, [navigate, href]);
  return href === null && nowhere;
}

import { memo, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { Link } from '../Link.tsx';
import { t } from '../../words/words.ts';
import { isListPath } from '../links.ts';
import { useSetting } from '../settings.ts';
import { useBehind } from '../ui/useBehind.ts';
import { useFitting } from '../ui/useFitting.ts';
import { readyMadeViews } from './readyMade.ts';
import { useMidnight } from './useMidnight.ts';
import { viewHref, viewKey, type View } from './view.ts';
import { useViews } from './viewStore.ts';
import { ViewsMenu } from './ViewsMenu.tsx';
import styles from './ViewsNav.module.css';

/**
 * The views of an environment as links, as many as fit, and a menu that holds all of them and what can be done. At which of
 * them one is now is told behind the frame that shows it.
 */
export function ViewsNav({ environment }: { environment: string }) {
  const { pathname, search } = useBehind(useLocation());
  return <Links environment={environment} pathname={pathname} search={search} />;
}

const Links = memo(function Links({
  environment,
  pathname,
  search,
}: {
  environment: string;
  pathname: string;
  search: string;
}) {
  const zone = useSetting('zone');
  const midnight = useMidnight(zone);
  const { views } = useViews();
  const readyMade = useMemo(() => readyMadeViews(environment, zone, midnight), [environment, zone, midnight]);
  const here = isListPath(pathname) ? { environment, search: search.slice(1) } : null;
  const hereKey = here && viewKey(here);
  const keyed = useMemo(() => views.map((view) => ({ view, key: viewKey(view) })), [views]);

  const active = keyed.find(({ key }) => key === hereKey) ?? null;
  const ready = active ? undefined : readyMade.find((view) => viewKey(view) === hereKey);
  // The view that the list was last seen at: what is changed from there on is a changed view, until another is opened.
  const [originKey, setOriginKey] = useState<string | null>(null);
  const origin = keyed.find(({ key }) => key === originKey)?.view ?? null;
  const left = ready !== undefined || (origin !== null && origin.environment !== environment);
  const nextOrigin = active?.key ?? (left ? null : originKey);
  if (nextOrigin !== originKey) setOriginKey(nextOrigin);
  const changed = here !== null && !active && !left ? origin : null;

  const shown: readonly View[] = [...readyMade, ...views.filter((view) => view.environment === environment)];
  const list = useRef<HTMLUListElement>(null);
  const fitting = useFitting(list, JSON.stringify([shown.map(({ name }) => name), changed?.name]));
  const current = active?.view ?? changed ?? ready ?? null;
  const titles = new Map<View, string>(readyMade.map((view) => [view, view.title]));
  return (
    <nav aria-label={t('Views')} className={styles.nav}>
      <ul ref={list} className={styles.links}>
        {shown.map((view, index) => (
          <li
            key={`${titles.has(view) ? 'ready' : 'own'}:${view.name}`}
            className={index < fitting ? undefined : styles.beyond}
          >
            <Link
              to={viewHref(view)}
              title={titles.get(view)}
              aria-current={view === current && view !== changed ? 'page' : undefined}
            >
              {view.name}
              {view === changed && <span className={styles.changed}> {t('changed##view')}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <ViewsMenu
        here={here}
        readyMade={readyMade}
        current={current}
        changed={changed}
        named={current !== null && shown.indexOf(current) >= fitting}
      />
    </nav>
  );
});

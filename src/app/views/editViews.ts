import { t } from '../../words/words.ts';
import {
  freeName,
  isNameOf,
  tidyName,
  viewKey,
  viewSearch,
  type SavedViews,
  type View,
  type ViewAddress,
} from './view.ts';

/** Why a name cannot be used, for people. */
export type NameFault = { readonly reason: string };

/** Reads what somebody typed as a view's name; `own` is the name that the view has already, if any. */
export function checkName(saved: SavedViews, text: string, own: string | null): string | NameFault {
  const name = tidyName(text);
  if (name === '') return { reason: t('A view needs a name.') };
  const taken = name !== own && saved.views.some((view) => view.name === name);
  return taken ? { reason: t('There is a view “{name}” already.', { name }) } : name;
}

/** With a new view at the end; its name gets a number where it is taken. */
export function addView(saved: SavedViews, name: string, address: ViewAddress): SavedViews {
  const view = {
    name: freeName(tidyName(name), saved.views),
    environment: address.environment,
    search: viewSearch(address.search),
  };
  return { ...saved, views: [...saved.views, view] };
}

/** With a view that shows another address under its old name. */
export function replaceView(saved: SavedViews, name: string, address: ViewAddress): SavedViews {
  const { environment, search } = address;
  return {
    ...saved,
    views: saved.views.map((view) =>
      view.name === name ? { name, environment, search: viewSearch(search) } : view,
    ),
  };
}

/** With another name for a view, which stays the start page if it was. */
export function renameView(saved: SavedViews, from: string, to: string): SavedViews {
  const others = saved.views.filter((view) => view.name !== from);
  const name = freeName(tidyName(to), others);
  return {
    views: saved.views.map((view) => (view.name === from ? { ...view, name } : view)),
    start: saved.start === from ? name : saved.start,
  };
}

/** With a view one place further up (-1) or down (1); as it is at the ends. */
export function moveView(saved: SavedViews, name: string, by: -1 | 1): SavedViews {
  const at = saved.views.findIndex((view) => view.name === name);
  const to = at + by;
  const views = [...saved.views];
  const [view] = at < 0 || to < 0 || to >= views.length ? [] : views.splice(at, 1);
  if (!view) return saved;
  views.splice(to, 0, view);
  return { ...saved, views };
}

/** With a view as the page that `/` opens; null for none. */
export function startWith(saved: SavedViews, name: string | null): SavedViews {
  return { ...saved, start: saved.views.some((view) => view.name === name) ? name : null };
}

/** What was taken away, and where it stood. */
export type Removed = { readonly view: View; readonly at: number; readonly start: boolean };

/** Without a view; what is needed to bring it back comes along, null when there was none of that name. */
export function removeView(
  saved: SavedViews,
  name: string,
): { readonly saved: SavedViews; readonly removed: Removed | null } {
  const at = saved.views.findIndex((view) => view.name === name);
  const view = saved.views[at];
  if (!view) return { saved, removed: null };
  const start = saved.start === name;
  return {
    saved: { views: saved.views.toSpliced(at, 1), start: start ? null : saved.start },
    removed: { view, at, start },
  };
}

/** With a removed view where it stood, as far as that can be said of views that changed meanwhile. */
export function restoreView(saved: SavedViews, { view, at, start }: Removed): SavedViews {
  const name = freeName(view.name, saved.views);
  return {
    views: saved.views.toSpliced(at, 0, { ...view, name }),
    start: start && saved.start === null ? name : saved.start,
  };
}

/**
 * With all views of another collection that are not there yet, at the end. What is there stays as it is: a view of a
 * name that is taken comes under another one, the same view of the same name is not doubled, and the start page is
 * taken over only where there is none.
 */
export function mergeViews(
  saved: SavedViews,
  other: SavedViews,
): { readonly saved: SavedViews; readonly added: number } {
  const views = [...saved.views];
  const keys = new Map(views.map((view) => [view.name, viewKey(view)]));
  let { start } = saved;
  for (const view of other.views) {
    const known = views.find(({ name }) => isNameOf(name, view.name) && keys.get(name) === viewKey(view));
    const name = known?.name ?? freeName(view.name, views);
    if (!known) views.push({ ...view, name });
    keys.set(name, viewKey(view));
    if (other.start === view.name) start ??= name;
  }
  return { saved: { views, start }, added: views.length - saved.views.length };
}

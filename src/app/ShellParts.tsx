import { ViewsNav } from './views/ViewsNav.tsx';
import { watchKey } from './watch/watched.ts';
import { Watching } from './watch/Watching.tsx';
import { WatchMenu } from './watch/WatchMenu.tsx';

/** The header's parts that no row has to wait for. */
export const SHELL_PARTS = { ViewsNav, WatchMenu, Watching, watchKey } as const;

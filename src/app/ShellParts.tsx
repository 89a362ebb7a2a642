import { Keys } from './keys/Keys.tsx';
import { PageAnnouncer } from './PageAnnouncer.tsx';
import { Preferences } from './preferences/Preferences.tsx';
import { Upkeep } from './Upkeep.tsx';
import { ViewsNav } from './views/ViewsNav.tsx';
import { watchKey } from './watch/watched.ts';
import { Watching } from './watch/Watching.tsx';
import { WatchMenu } from './watch/WatchMenu.tsx';

/** The header's parts that no row has to wait for. */
export const SHELL_PARTS = {
  Keys,
  PageAnnouncer,
  Preferences,
  Upkeep,
  ViewsNav,
  WatchMenu,
  Watching,
  watchKey,
} as const;

import { memo } from 'react';
import { Keys } from './keys/Keys.tsx';
import { PageAnnouncer } from './PageAnnouncer.tsx';
import { Preferences } from './preferences/Preferences.tsx';
import { Upkeep } from './Upkeep.tsx';
import { ViewsNav } from './views/ViewsNav.tsx';
import { watchKey } from './watch/watched.ts';
import { Watching } from './watch/Watching.tsx';
import { WatchMenu } from './watch/WatchMenu.tsx';

/** The header's parts that no row has to wait for. Whoever goes to another page draws none of them again that stays as it is. */
export const SHELL_PARTS = {
  Keys: memo(Keys),
  PageAnnouncer: memo(PageAnnouncer),
  Preferences: memo(Preferences),
  Upkeep: memo(Upkeep),
  ViewsNav: memo(ViewsNav),
  WatchMenu: memo(WatchMenu),
  Watching: memo(Watching),
  watchKey,
} as const;

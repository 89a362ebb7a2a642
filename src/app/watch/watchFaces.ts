import type { Text } from '../../words/words.ts';

/** What the buttons say that watch operations and no longer do. */
export const WATCH_FACES = ['Watch', 'Stop watching'] as const satisfies readonly Text[];

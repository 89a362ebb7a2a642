import { DETAIL_STATES } from './states/detail.mjs';
import { LIST_STATES } from './states/list.mjs';
import { OTHER_STATES } from './states/elsewhere.mjs';
import { PANEL_STATES } from './states/panels.mjs';
import { VARIANT_STATES } from './states/variants.mjs';

/**
 * Every screen and state, for pictures and for the checks of accessibility. `at`: the address, below `server` (default
 * `app`); `prepare(emulator)` sets the emulator up; `act({page, say, emulator})` leads from the loaded page to the state;
 * `shown(page, say)` waits until it is there, and throws when it does not come. `say` is the app's text in the page's
 * language. `locale`, `settings`, `kept` (by its name in local storage) and `media` are of the browser; `whole`: the whole
 * page, not only what fits the window.
 */
export const STATES = [...LIST_STATES, ...PANEL_STATES, ...DETAIL_STATES, ...OTHER_STATES, ...VARIANT_STATES];

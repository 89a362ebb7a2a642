import { DETAIL_STATES } from './detail.mjs';
import { LIST_STATES } from './list.mjs';
import { PANEL_STATES } from './panels.mjs';

const ALL = [...LIST_STATES, ...PANEL_STATES, ...DETAIL_STATES];
const as = (kind, what, names, changes) =>
  names.map((name) => {
    const state = ALL.find((each) => each.name === name);
    return { ...state, name: `${kind}-${name}`, says: `${state.says}, ${what}`, ...changes };
  });

/** Some of them once more, for readers with other needs. */
export const VARIANT_STATES = [
  ...as('russian', 'in Russian', ['list-filtered', 'detail-failed', 'preferences'], { locale: 'ru-RU' }),
  ...as(
    'forced',
    'in forced colours',
    ['list-selection', 'detail-running', 'detail-log', 'filter-status', 'palette'],
    { media: { forcedColors: 'active' } },
  ),
];

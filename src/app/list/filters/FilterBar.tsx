import { startTransition, useOptimistic, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { afterFrame } from '../../ui/afterFrame.ts';
import { Later } from '../../ui/Later.tsx';
import { FilterIcon } from '../../ui/icons.tsx';
import { useFetched } from '../../ui/parts.ts';
import { useSmallScreen } from '../../ui/useSmallScreen.ts';
import { useSetting } from '../../settings.ts';
import { loadParts } from '../later.ts';
import {
  attributeParameters,
  attributeWords,
  cleared,
  countSet,
  FILTER_ATTRIBUTES,
  isSet,
  sameList,
  withoutAttribute,
  type Attribute,
} from './attributes.ts';
import type { Change } from '../useListSearch.ts';
import { EditingContext, FilterChip } from './FilterChip.tsx';
import { FindField } from './FindField.tsx';
import styles from './FilterBar.module.css';

/** The room of a bar that takes one line, until it comes. */
export function FilterBarRoom() {
  return <div className={styles.room} />;
}

/**
 * The filters and the order of the list as a sentence of chips. `search` is what is drawn; each committed change
 * calls `onChange` once, and drops the place in the list. What lists the same calls nothing.
 * `actions` is what can be done with the view as it is. On small screens only what is set is shown, and all of it in a sheet.
 */
export function FilterBar({
  search,
  onChange,
  actions,
}: {
  search: ListSearch;
  onChange: (change: Change) => void;
  actions?: ReactNode;
}) {
  const zone = useSetting('zone');
  // The router may show a new URL a little later than it is told; until then a second pick builds upon the first.
  const [shown, show] = useOptimistic(search);
  // Only decides whether a chip names the year.
  const [now] = useState(() => Date.now());
  const bar = useRef<HTMLDivElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  const small = useSmallScreen();
  // While the chips are in the sheet, the list behind it stays where it is: so high was what they left. Null: no sheet.
  const [left, setLeft] = useState<number | null>(null);
  const sheetCame = useFetched(loadParts) !== null;
  const inSheet = small && left !== null && sheetCame;
  const commit = (change: Change) => {
    const next = change(shown);
    if (sameList(next, shown)) return;
    startTransition(async () => {
      show(next);
      // The address follows behind the frame in which the chip says what was picked, unless somebody has gone elsewhere.
      const { pathname } = location;
      await new Promise<void>(afterFrame);
      if (location.pathname === pathname) startTransition(() => onChange(change));
    });
  };
  const set = countSet(shown.query);
  const clearAll = ({ currentTarget }: MouseEvent) => {
    // The button is about to go; the focus starts over at the beginning.
    focusFirstControl(currentTarget.closest('dialog') ?? bar.current);
    commit(cleared);
  };
  const remove = (attribute: Attribute) => {
    // The whole chip goes, and the focus must not go with it.
    if (small && !inSheet) focusFirstControl(bar.current);
    commit((now) => withoutAttribute(attribute, now));
  };
  const chip = (attribute: Attribute) => (
    <FilterChip
      key={attribute}
      attribute={attribute}
      words={attributeWords(attribute, shown.query, zone, now)}
      details={attributeParameters(attribute, shown.query)}
      tone={isSet(attribute, shown.query) ? 'set' : attribute === 'sort' ? 'plain' : 'empty'}
    />
  );
  const find = <FindField search={shown} commit={commit} />;
  const anySet = set + shown.faults.length > 0;
  return (
    <EditingContext value={{ search: shown, commit, remove }}>
      <div ref={bar} role="group" aria-label={t('Filters')} className={styles.bar}>
        <div className={styles.row}>
          {small && (
            <button
              type="button"
              className={`button ${styles.toggle}`}
              data-action="find"
              aria-haspopup="dialog"
              aria-expanded={left !== null}
              onClick={() => setLeft(controls.current?.offsetHeight ?? 0)}
            >
              <FilterIcon />
              {t('Filters')}
              {set > 0 && (
                <>
                  <b aria-hidden="true">{set}</b>
                  <span className="visually-hidden"> {t('{n} set', { n: set })}</span>
                </>
              )}
            </button>
          )}
          <div ref={controls} className={styles.controls} style={inSheet ? { height: left } : undefined}>
            {small ? (
              !inSheet && (
                <>
                  {FILTER_ATTRIBUTES.filter((attribute) => isSet(attribute, shown.query)).map(chip)}
                  {shown.query.find !== null && find}
                  {isSet('sort', shown.query) && chip('sort')}
                </>
              )
            ) : (
              <>
                {FILTER_ATTRIBUTES.map(chip)}
                {find}
                <button
                  type="button"
                  className={`button ghost ${anySet ? '' : styles.reserved}`}
                  onClick={clearAll}
                >
                  {t('Clear all')}
                </button>
              </>
            )}
          </div>
          {!small && <span className={styles.order}>{chip('sort')}</span>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {small && left !== null && (
          <Later load={loadParts} waiting={null}>
            {({ PARTS: { FilterSheet } }) => (
              <FilterSheet clear={anySet ? clearAll : null} onClose={() => setLeft(null)}>
                {find}
                {[...FILTER_ATTRIBUTES, 'sort' as const].map(chip)}
              </FilterSheet>
            )}
          </Later>
        )}
        {shown.faults.length > 0 && (
          <Later load={loadParts} waiting={null}>
            {({ PARTS: { FaultChips } }) => (
              <FaultChips search={shown} commit={commit} onLastGone={() => focusFirstControl(bar.current)} />
            )}
          </Later>
        )}
      </div>
    </EditingContext>
  );
}

/** The first button there: a chip, or on small screens the one that opens the sheet. */
function focusFirstControl(place: Element | null): void {
  for (const button of place?.querySelectorAll('button') ?? []) {
    if (!button.checkVisibility()) continue;
    button.focus();
    return;
  }
}

import { startTransition, useId, useOptimistic, useRef, useState, type ReactNode } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { Later } from '../../ui/Later.tsx';
import { PopoverChip } from '../../ui/PopoverChip.tsx';
import { useSettings } from '../../settings.ts';
import { loadParts } from '../later.ts';
import {
  attributeLabel,
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
import { FindField } from './FindField.tsx';
import styles from './FilterBar.module.css';

/**
 * The filters and the order of the list as a sentence of chips. `search` is the only state; each committed change
 * calls `onChange` once, with the whole next search, its place in the list dropped. What lists the same calls nothing.
 * `actions` is what can be done with the view as it is.
 */
export function FilterBar({
  search,
  onChange,
  actions,
}: {
  search: ListSearch;
  onChange: (next: ListSearch) => void;
  actions?: ReactNode;
}) {
  const [{ zone }] = useSettings();
  // The router may show a new URL a little later than it is told; until then a second pick builds upon the first.
  const [shown, show] = useOptimistic(search);
  // Only decides whether a chip names the year.
  const [now] = useState(() => Date.now());
  const [expanded, setExpanded] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const controlsId = useId();
  const commit = (next: ListSearch) => {
    if (sameList(next, shown)) return;
    startTransition(() => {
      show(next);
      onChange(next);
    });
  };
  const set = countSet(shown.query);
  const clearAll = () => {
    // The button is about to go; the focus starts over at the bar's beginning.
    focusFirstControl(bar.current);
    commit(cleared(shown));
  };
  const chip = (attribute: Attribute) => (
    <PopoverChip
      key={attribute}
      label={attributeLabel(attribute)}
      words={attributeWords(attribute, shown.query, zone, now)}
      details={attributeParameters(attribute, shown.query)}
      tone={isSet(attribute, shown.query) ? 'set' : attribute === 'sort' ? 'plain' : 'empty'}
      panelLabel={attribute === 'sort' ? 'Sort order' : `${attributeLabel(attribute)} filter`}
      onRemove={() => commit(withoutAttribute(attribute, shown))}
    >
      {(close) => (
        <Later load={loadParts}>
          {({ PARTS: { AttributeEditor } }) => (
            <AttributeEditor attribute={attribute} search={shown} commit={commit} close={close} />
          )}
        </Later>
      )}
    </PopoverChip>
  );
  return (
    <div ref={bar} role="group" aria-label="Filters" className={styles.bar}>
      <div className={styles.row}>
        <button
          type="button"
          className={`button ${styles.toggle}`}
          aria-expanded={expanded}
          aria-controls={controlsId}
          onClick={() => setExpanded(!expanded)}
        >
          Filters
          {set > 0 && (
            <b>
              {set}
              <span className="visually-hidden"> set</span>
            </b>
          )}
        </button>
        <div id={controlsId} className={`${styles.controls} ${expanded ? '' : styles.collapsed}`}>
          {FILTER_ATTRIBUTES.map(chip)}
          <FindField search={shown} commit={commit} />
          <button
            type="button"
            className={`button ghost ${set + shown.faults.length > 0 ? '' : styles.reserved}`}
            onClick={clearAll}
          >
            Clear all
          </button>
          <span className={styles.order}>{chip('sort')}</span>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {shown.faults.length > 0 && (
        <Later load={loadParts} waiting={null}>
          {({ PARTS: { FaultChips } }) => (
            <FaultChips search={shown} commit={commit} onLastGone={() => focusFirstControl(bar.current)} />
          )}
        </Later>
      )}
    </div>
  );
}

/** The first button of the bar that is there: a chip, or on small screens the one that shows the chips. */
function focusFirstControl(bar: HTMLElement | null): void {
  for (const button of bar?.querySelectorAll('button') ?? []) {
    if (!button.checkVisibility()) continue;
    button.focus();
    return;
  }
}

import { memo, useId, useMemo, useState } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { useSetting } from '../../settings.ts';
import { offsetOf } from '../../ui/zoneOffset.ts';
import type { Go } from '../useListSearch.ts';
import { useToday } from '../useToday.ts';
import { placedLabels } from '../../ui/placedLabels.ts';
import { marksOf, stretchOf, type Stretch } from './marks.ts';
import { pilesOf, placeOfMark } from './piles.ts';
import { draggedRange, withSubmitted } from './range.ts';
import { Readout } from './Readout.tsx';
import { goToRow } from './rows.ts';
import { scaleOf } from './scale.ts';
import { StripPicture } from './StripPicture.tsx';
import { optionWords } from './stripWords.ts';
import { idsOf, keyRange, subjectOf, type Subject } from './subject.ts';
import { useBox } from '../../ui/useBox.ts';
import { areaAround, usePointedOut, usePointedRow } from './usePointedRows.ts';
import { useStillStretch } from './useStillStretch.ts';
import { useStripKeys } from './useStripKeys.ts';
import { useStripPointer } from './useStripPointer.ts';
import styles from './TimeStrip.module.css';

/** Height of the axis's labels, px. */
const LABELS = 14;

/**
 * When the operations of this page were submitted, as ticks on a line: pointing at one tells of it and shows its row, a
 * click or Enter leads there, a drag sets the range of the filter `Submitted`. What happens here renders no row.
 */
export const TimeStrip = memo(function TimeStrip({
  go,
  rows,
  view,
}: {
  go: Go;
  rows: readonly Operation[];
  view: string;
}) {
  const id = useId();
  const zone = useSetting('zone');
  const today = useToday(zone);
  const [box, { width, height }] = useBox<HTMLDivElement>();
  const [inside, setInside] = useState(false);
  const [focused, setFocused] = useState(false);
  const marks = useMemo(() => marksOf(rows), [rows]);
  const natural = useMemo(() => stretchOf(marks), [marks]);
  const stretch = useStillStretch(natural, view, inside || focused);
  const scale = useMemo(() => (stretch && width > 0 ? scaleOf(stretch, width) : null), [stretch, width]);
  const piles = useMemo(() => (scale ? pilesOf(marks, scale) : []), [marks, scale]);
  const labels = useMemo(() => (scale ? placedLabels(scale, zone, today) : []), [scale, zone, today]);

  const offsetAt = offsetOf(zone);
  const take = (range: Stretch | null) => {
    if (range && range.from < range.to) go((now) => withSubmitted(now, range));
  };
  const goTo = (ids: readonly string[]) => {
    const area = areaAround(box.current);
    if (area) goToRow(area, new Set(ids));
  };
  const { walked, onKeyDown } = useStripKeys({
    piles,
    onRange: (range) => take(keyRange(piles, range)),
    onGo: (operation) => goTo([operation]),
  });
  const { at, handlers } = useStripPointer({
    piles,
    onInside: setInside,
    onRange: (from, to) => take(scale && draggedRange(scale, from, to, offsetAt)),
    onChoose: (pile) => goTo(idsOf({ kind: 'pile', pile })),
  });
  const pointed = usePointedRow(box);
  const subject: Subject = scale
    ? subjectOf({ scale, marks, piles }, at, focused ? walked : null, offsetAt)
    : { kind: 'none' };
  usePointedOut(box, idsOf(subject));

  const place = walked && placeOfMark(piles, walked.active);
  const active = place && piles[place.pile];
  const mark = place && active?.marks[place.within];
  const seen = subject.kind === 'pile' || subject.kind === 'mark' ? subject.pile.x : null;
  const rowPlace =
    seen === null && subject.kind === 'none' && pointed !== null ? placeOfMark(piles, pointed) : null;
  const cursor = seen ?? (rowPlace ? piles[rowPlace.pile]?.x : null) ?? null;
  return (
    <>
      <div
        role="listbox"
        aria-label={t('This page’s operations by time of submission')}
        aria-orientation="horizontal"
        aria-multiselectable="true"
        aria-activedescendant={mark ? id : undefined}
        aria-describedby={`${id}-keys`}
        tabIndex={mark ? 0 : -1}
        className={styles.strip}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
        {...handlers}
      >
        <Readout subject={subject} zone={zone} today={today} />
        <div ref={box} className={styles.plot}>
          {scale && (
            <StripPicture
              marks={marks}
              piles={piles}
              scale={scale}
              labels={labels}
              height={height - LABELS}
            />
          )}
          {scale && subject.kind === 'range' && (
            <i
              className={styles.range}
              style={{ left: scale.xOf(subject.range.from), right: width - scale.xOf(subject.range.to) }}
            />
          )}
          {cursor !== null && <i className={styles.cursor} style={{ left: cursor }} />}
          {mark && active && (
            <i
              role="option"
              id={id}
              aria-label={optionWords(mark, active, subject, zone, today)}
              aria-selected={walked?.anchor !== null}
              aria-posinset={marks.indexOf(mark) + 1}
              aria-setsize={marks.length}
              className={styles.option}
              style={{ left: active.x }}
            />
          )}
        </div>
      </div>
      <p id={`${id}-keys`} hidden>
        {t(
          'Arrow keys go from one to the next, Enter goes to its row. With Shift they draw a range of times, which Enter filters by.',
        )}
      </p>
    </>
  );
});

import { useId, useState } from 'react';
import type { RangeField } from '../../../toloka/filters.ts';
import { relativeAgoMs } from '../../../toloka/relativeTime.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { t, type Text } from '../../../words/words.ts';
import { formatInstantFull, zoneName, type Zone } from '../../ui/format.ts';
import { inclusiveParameter, type Bounds, type Side } from './boundNames.ts';
import editor from './editor.module.css';
import { agoWords } from './relativeWords.ts';
import { fieldMeaning, type FieldMeaning } from './timeRange.ts';
import { offsetOf } from '../../ui/zoneOffset.ts';

const LABELS = { lower: 'From', upper: 'To' } as const satisfies Record<Side, Text>;

const LEFT_OUT = {
  lower: 'after this moment, which is left out itself',
  upper: 'before this moment, which is left out itself',
} as const satisfies Record<Side, Text>;

/**
 * One end of a range of times, entered in a zone that is named beside it; what it means in UTC stands below. The
 * field keeps its own text, since a half-typed date has no value that could be handed back to it.
 */
export function TimeField({
  field,
  bounds,
  side,
  initial,
  zone,
  now,
  fault,
  onText,
}: {
  field: RangeField;
  bounds: Bounds;
  side: Side;
  initial: string;
  zone: Zone;
  now: number;
  fault: string | null;
  onText: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(initial);
  const [first] = useState(initial);
  const meaning = fieldMeaning(field, bounds, side, text, offsetOf(zone), now);
  const at = meaning && parseUtc(meaning.utc);
  const hints = meaning && at !== null ? hintsOf(field, side, meaning, at, zone) : [];
  return (
    <div className={editor.field}>
      <div className={editor.head}>
        <label htmlFor={id}>{t(LABELS[side])}</label>
        <span id={`${id}-zone`} className={editor.zone}>
          {zoneName(zone, at ?? now)}
        </span>
      </div>
      <input
        id={id}
        type="datetime-local"
        step={1}
        max="9999-12-31T23:59:59"
        className="field"
        defaultValue={first}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-zone ${id}-hints ${id}-fault`}
        onChange={(event) => {
          setText(event.target.value);
          onText(event.target.value);
        }}
      />
      <div id={`${id}-hints`} className={editor.hints}>
        {hints.length === 0 ? <p>{t('Any time')}</p> : hints.map((hint) => <p key={hint}>{hint}</p>)}
      </div>
      <p id={`${id}-fault`} className={editor.fault} role="status">
        {fault}
      </p>
    </div>
  );
}

function hintsOf(field: RangeField, side: Side, meaning: FieldMeaning, at: number, zone: Zone): string[] {
  const { kept, shown, utc } = meaning;
  const twin =
    zone === 'utc'
      ? `${formatInstantFull(at, 'local')} ${zoneName('local', at)}`
      : `${utc.replace('T', ' ')} UTC`;
  const hints = [];
  if (kept && relativeAgoMs(kept.value) !== null) {
    hints.push(t('{ago}, moving with the clock; right now:', { ago: agoWords(kept.value) ?? kept.value }));
  }
  hints.push(`= ${twin}`);
  if (kept && kept.name !== inclusiveParameter(field, side)) {
    hints.push(t(LEFT_OUT[side]));
  }
  if (shown === 'never') hints.push(t('Clocks skip this time here; the time after the gap is used.'));
  if (shown === 'twice') hints.push(t('Clocks show this time twice here; both are included.'));
  return hints;
}

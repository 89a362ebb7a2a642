import { useState } from 'react';
import { plural, t } from '../../words/words.ts';
import { parseUtc } from '../../toloka/time.ts';
import { useSetting } from '../settings.ts';
import { formatCount, formatDurationWords, formatInstantFull, zoneName } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import styles from './CompareTable.module.css';
import { differenceWords, lengthAt, type Span } from './spans.ts';
import { departureOf } from './values.ts';

/** Longer texts are cut, in characters, until they are asked for; where one departs from another it is cut around that. */
const LONG = 300;
const AROUND = 80;

/** A text in full or, when it is long, its telling part; where it departs from `base` is marked. */
export function TextValue({ text, base }: { text: string; base: string | null }) {
  const [whole, setWhole] = useState(false);
  const departure = base === null ? null : departureOf(text, base);
  const long = text.length > LONG;
  const cut = long && !whole;
  return (
    <>
      <span className={styles.text}>
        {departure === null ? (
          cut ? (
            `${text.slice(0, LONG)}…`
          ) : (
            text
          )
        ) : (
          <>
            {cut ? tail(departure[0]) : departure[0]}
            <mark>
              {cut && departure[1].length > LONG ? `${departure[1].slice(0, LONG)}…` : departure[1]}
            </mark>
            {cut ? head(departure[2]) : departure[2]}
          </>
        )}
      </span>
      {long && (
        <button
          type="button"
          className={`button small ${styles.whole}`}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('Show less') : t('Show all')}
          {!whole && (
            <span className="visually-hidden"> {plural(text.length, '{n} character', '{n} characters')}</span>
          )}
        </button>
      )}
    </>
  );
}

function head(text: string): string {
  return text.length > AROUND ? `${text.slice(0, AROUND)}…` : text;
}

function tail(text: string): string {
  return text.length > AROUND ? `…${text.slice(-AROUND)}` : text;
}

/** An API time in full in the chosen zone; on hover in the other one, and exactly as the API sent it. */
export function TimeValue({ at }: { at: string }) {
  const zone = useSetting('zone');
  const ms = parseUtc(at);
  if (ms === null) return at;
  const other = zone === 'utc' ? 'local' : 'utc';
  const title = `${formatInstantFull(ms, other)} ${zoneName(other, ms)}\nAPI: ${at}`;
  return (
    <time dateTime={new Date(ms).toISOString()} title={title}>
      {formatInstantFull(ms, zone)}
    </time>
  );
}

/** How long something took, and how that compares. What still goes on ticks by itself. */
export function SpanValue({ span, base }: { span: Span; base: Span | null }) {
  const now = useSecond(span.kind === 'live' || base?.kind === 'live');
  const ms = lengthAt(span, now);
  return (
    <span title={span.kind === 'past' ? t('{n} ms', { n: formatCount(ms) }) : undefined}>
      {span.kind === 'live'
        ? t('{duration} so far', { duration: formatDurationWords(ms) })
        : formatDurationWords(ms)}
      {base && <small className={styles.difference}>{differenceWords(ms, lengthAt(base, now))}</small>}
    </span>
  );
}

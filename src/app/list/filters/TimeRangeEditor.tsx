import { useRef, useState, type FormEvent } from 'react';
import type { RangeField } from '../../../toloka/filters.ts';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import { t } from '../../../words/words.ts';
import { useSetting } from '../../settings.ts';
import { boundParametersOf, presetOf } from './boundNames.ts';
import editor from './editor.module.css';
import { EditorActions } from './EditorActions.tsx';
import type { EditorProps } from './editor.ts';
import type { Change } from '../useListSearch.ts';
import { lastWords, RELATIVE_PRESETS } from './relativeWords.ts';
import { TimeField } from './TimeField.tsx';
import { applyDraft, applyPreset, draftOf, SIDES, type RangeEdit } from './timeRange.ts';
import { offsetOf } from '../../ui/zoneOffset.ts';
import { WholeDays } from './WholeDays.tsx';
import { boundsToDays, NO_DAYS } from './wholeDays.ts';
import { daysToBounds } from './daysToBounds.ts';

/** A range of times. The draft begins anew whenever the URL or the zone says something else. */
export function TimeRangeEditor(props: EditorProps & { field: RangeField }) {
  const zone = useSetting('zone');
  const { field, search } = props;
  const bounds = boundParametersOf(field).map((name) => search.query.bounds[name]);
  return <TimeRangeForm key={JSON.stringify([zone, ...bounds])} zone={zone} {...props} />;
}

function TimeRangeForm({
  field,
  search,
  commit,
  close,
  zone,
}: EditorProps & { field: RangeField; zone: 'local' | 'utc' }) {
  const { bounds } = search.query;
  // Relative bounds are shown as what they meant when the form was opened; a clock that ran on would rewrite fields.
  const [now] = useState(() => Date.now());
  const offsetAt = offsetOf(zone);
  const [draft, setDraft] = useState(() => draftOf(field, bounds, offsetAt, now));
  const [fault, setFault] = useState<(RangeEdit & { kind: 'fault' }) | null>(null);
  const [days, setDays] = useState(() => boundsToDays(field, bounds, offsetAt) ?? NO_DAYS);
  // Days and times are two ways to say the same: the one that was touched last is meant.
  const [touched, setTouched] = useState<'days' | 'times'>('times');
  const [daysFault, setDaysFault] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const preset = presetOf(field, bounds);

  const finish = (change: Change) => {
    // Closing first: the platform can give the focus back only while the form that holds it is still there.
    close();
    commit(change);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (touched === 'days') {
      const whole = daysToBounds(field, bounds, days, offsetAt);
      if (whole) finish((now) => changeQuery(now, { bounds: whole }, boundParametersOf(field)));
      else setDaysFault(t('Choose a first day, a last day that is not before it, or both.'));
      return;
    }
    const inputs = [
      ...(form.current?.querySelectorAll<HTMLInputElement>('input[type="datetime-local"]') ?? []),
    ];
    const broken = inputs.findIndex((input) => input.validity.badInput);
    const edit: RangeEdit =
      broken === -1
        ? applyDraft(field, bounds, draft, offsetAt, now)
        : { kind: 'fault', side: SIDES[broken] ?? 'lower', reason: t('This date is not complete.') };
    if (edit.kind === 'fault') {
      setFault(edit);
      inputs[SIDES.indexOf(edit.side)]?.focus();
      return;
    }
    finish((now) => changeQuery(now, { bounds: edit.bounds }, edit.replaced));
  };
  return (
    <form ref={form} className={editor.form} noValidate onSubmit={apply}>
      <div className={editor.quick} role="group" aria-label={t('Up to now')}>
        {RELATIVE_PRESETS.map((date) => (
          <button
            key={date}
            type="button"
            className="button small"
            aria-pressed={date === preset}
            onClick={() =>
              finish((search) =>
                changeQuery(
                  search,
                  { bounds: applyPreset(field, search.query.bounds, date) },
                  boundParametersOf(field),
                ),
              )
            }
          >
            {capitalised(lastWords(date) ?? date)}
          </button>
        ))}
      </div>
      <WholeDays
        days={days}
        zone={zone}
        now={now}
        fault={daysFault}
        onDays={(next) => {
          setDays(next);
          setTouched('days');
          setDaysFault(null);
        }}
      />
      {SIDES.map((side) => (
        <TimeField
          key={side}
          field={field}
          bounds={bounds}
          side={side}
          initial={draft[side]}
          zone={zone}
          now={now}
          fault={fault?.side === side ? fault.reason : null}
          onText={(text) => {
            setDraft({ ...draft, [side]: text });
            setTouched('times');
            setFault(null);
          }}
        />
      ))}
      {field === 'finished' && (
        <p className={editor.note}>{t('Operations still running have no finish time and are left out.')}</p>
      )}
      <EditorActions field={field} finish={finish} />
    </form>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { useId, useRef, useState, type FormEvent } from 'react';
import { BOUND_NAMES, type Bound, type RangeField } from '../../../toloka/filters.ts';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import { t } from '../../../words/words.ts';
import editor from './editor.module.css';
import { EditorActions } from './EditorActions.tsx';
import type { EditorProps } from './editor.ts';
import type { Change } from '../useListSearch.ts';
import { applyIdDraft, idDraftOf, idFieldLabel } from './idRange.ts';

/** A range of IDs, bound by bound. The draft begins anew whenever the URL says something else. */
export function IdRangeEditor(props: EditorProps & { field: RangeField }) {
  const draft = idDraftOf(props.field, props.search.query.bounds);
  return <IdRangeForm key={JSON.stringify(draft)} {...props} />;
}

function IdRangeForm({ field, search, commit, close }: EditorProps & { field: RangeField }) {
  const { bounds } = search.query;
  const [draft, setDraft] = useState(() => idDraftOf(field, bounds));
  const [faults, setFaults] = useState<Readonly<Partial<Record<Bound, string>>>>({});
  const form = useRef<HTMLFormElement>(null);
  const finish = (change: Change) => {
    // Closing first: the platform can give the focus back only while the form that holds it is still there.
    close();
    commit(change);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const edit = applyIdDraft(field, bounds, draft);
    if ('faults' in edit) {
      setFaults(edit.faults);
      const first = BOUND_NAMES.findIndex((bound) => edit.faults[bound] !== undefined);
      form.current?.querySelectorAll('input')[first]?.focus();
      return;
    }
    finish((now) => changeQuery(now, { bounds: edit.bounds }, edit.replaced));
  };
  return (
    <form ref={form} className={editor.form} noValidate onSubmit={apply}>
      {BOUND_NAMES.map((bound) => (
        <IdField
          key={bound}
          label={idFieldLabel(field, bound)}
          text={draft[bound]}
          fault={faults[bound] ?? null}
          onText={(text) => {
            setDraft({ ...draft, [bound]: text });
            setFaults({ ...faults, [bound]: undefined });
          }}
        />
      ))}
      <p className={editor.note}>{t('The server alone orders IDs. They are not in the order of time.')}</p>
      <EditorActions field={field} finish={finish} />
    </form>
  );
}

function IdField({
  label,
  text,
  fault,
  onText,
}: {
  label: string;
  text: string;
  fault: string | null;
  onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className={editor.field}>
      <label htmlFor={id} className={editor.head}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className="field mono"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-fault`} className={editor.fault} role="status">
        {fault}
      </p>
    </div>
  );
}

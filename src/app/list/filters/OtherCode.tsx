import { useId, useState, type FormEvent } from 'react';
import { t } from '../../../words/words.ts';
import type { ChoiceName } from './choices.ts';
import { CHOICE_TEXTS } from './choiceTexts.ts';
import { readTypedCode, toggleCode } from './picking.ts';
import editor from './editor.module.css';
import type { EditorProps } from './editor.ts';

/** A field for a code that this version does not know: the API may have new ones without notice. */
export function OtherCode({ name, search, commit }: Omit<EditorProps, 'close'> & { name: ChoiceName }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const reading = readTypedCode(name, text);
    if ('reason' in reading) {
      const { reason, suggestion } = reading;
      setFault(
        suggestion === null
          ? t('{reason}.', { reason })
          : t('{reason}. Did you mean {code}?', { reason, code: suggestion }),
      );
      return;
    }
    setText('');
    if (!search.query[name].includes(reading.code)) commit((now) => toggleCode(now, name, reading.code));
  };
  return (
    <form className={editor.footer} noValidate onSubmit={add}>
      <div className={editor.line}>
        <input
          type="text"
          className={`field ${editor.grow}`}
          aria-label={t(CHOICE_TEXTS[name].other)}
          placeholder="ANOTHER.CODE"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={text}
          aria-invalid={fault !== ''}
          aria-describedby={id}
          onChange={(event) => {
            setText(event.target.value);
            setFault('');
          }}
        />
        <button type="submit" className="button">
          {t('Add')}
        </button>
      </div>
      <p id={id} className={editor.fault} role="status">
        {fault}
      </p>
    </form>
  );
}

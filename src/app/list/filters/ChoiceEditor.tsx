import { useId, useState, type ReactNode } from 'react';
import { t, type Text } from '../../../words/words.ts';
import { statusTone } from '../../presentation.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { CHOICE_TEXTS } from './choiceTexts.ts';
import { chooseCodes, CHOICES, optionsOf, type ChoiceName, type Option } from './choices.ts';
import { matchingOptions, sameCodes, toggleCode } from './picking.ts';
import styles from './ChoiceEditor.module.css';
import editor from './editor.module.css';
import type { EditorProps } from './editor.ts';
import { OtherCode } from './OtherCode.tsx';

/** From this many options on, a field narrows them. */
const SEARCHED_FROM = 8;

const ANY = { label: 'Any', codes: [] } as const satisfies { label: Text; codes: readonly string[] };

/** How an option's words look. */
const LOOKS: Readonly<Record<ChoiceName, (option: Option) => ReactNode>> = {
  statuses: ({ code, words }) => <StatusBadge tone={statusTone(code)}>{words}</StatusBadge>,
  types: ({ words }) => words,
};

/** Any of several codes: each pick applies at once, and the popover stays for the next one. */
export function ChoiceEditor({ name, search, commit }: EditorProps & { name: ChoiceName }) {
  const [wanted, setWanted] = useState('');
  const { quick } = CHOICES[name];
  const texts = CHOICE_TEXTS[name];
  const chosen = search.query[name];
  const options = optionsOf(name, chosen);
  const matching = matchingOptions(options, wanted);
  return (
    <>
      {options.length >= SEARCHED_FROM && (
        <input
          type="text"
          className="field"
          aria-label={t(texts.find)}
          placeholder={t(texts.find)}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <div className={editor.quick}>
        {[ANY, ...quick].map(({ label, codes }) => (
          <button
            key={label}
            type="button"
            className="button small"
            aria-pressed={sameCodes(chosen, codes)}
            onClick={() => commit((now) => chooseCodes(now, name, codes))}
          >
            {t(label)}
          </button>
        ))}
      </div>
      <div role="group" aria-label={t(texts.options)} className={styles.options}>
        {matching.map((option) => (
          <OptionRow
            key={option.code}
            option={option}
            look={LOOKS[name]}
            checked={chosen.includes(option.code)}
            onToggle={() => commit((now) => toggleCode(now, name, option.code))}
          />
        ))}
        {matching.length === 0 && <p className={styles.none}>{t(texts.none)}</p>}
      </div>
      <OtherCode name={name} search={search} commit={commit} />
    </>
  );
}

function OptionRow({
  option,
  look,
  checked,
  onToggle,
}: {
  option: Option;
  look: (option: Option) => ReactNode;
  checked: boolean;
  onToggle: () => void;
}) {
  const id = useId();
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        checked={checked}
        onChange={onToggle}
        aria-labelledby={`${id}-words`}
        aria-describedby={`${id}-code`}
      />
      <span id={`${id}-words`} className={styles.words}>
        {look(option)}
      </span>
      <span id={`${id}-code`} className={styles.code}>
        {option.known ? <code>{option.code}</code> : t('unknown to this version')}
      </span>
    </label>
  );
}

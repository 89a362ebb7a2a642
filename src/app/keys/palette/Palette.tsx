import { useId, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { plural, t } from '../../../words/words.ts';
import { useGo } from '../../Link.tsx';
import { chooseLanguage } from '../../preferences/chooseLanguage.ts';
import { changeSettings } from '../../settings.ts';
import { FindIcon } from '../../ui/icons.tsx';
import { useRested } from '../../ui/useRested.ts';
import { doAction } from '../controls.ts';
import type { Entry } from './entry.ts';
import styles from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { situationAt } from './situation.ts';
import { useCopied } from './useCopied.ts';
import { usePaletteEntries } from './usePaletteEntries.ts';

/** Long enough for a word to be typed, in ms. */
const QUIET_MS = 700;

/**
 * Everything that can be gone to and done, found by typing; and whatever names an operation or a list, pasted. What there is
 * is looked up once, when it opens.
 */
export function Palette({ close, showHelp }: { close: () => void; showHelp: () => void }) {
  const id = useId();
  const go = useGo();
  const [situation] = useState(() => situationAt(location));
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const { copied, copy } = useCopied(close);
  const entries = usePaletteEntries(situation, typed);
  const active = entries.find((entry) => entry.id === wanted) ?? entries[0];
  const optionId = (entry: Entry) => `${id}-option-${entries.indexOf(entry)}`;
  const count = useRested(typed === '' ? '' : plural(entries.length, '{n} result', '{n} results'), QUIET_MS);

  const choose = ({ act, id: chosen }: Entry, elsewhere: boolean) => {
    if (act.kind === 'none') return;
    if (act.kind === 'copy') return copy(chosen, act.text);
    if (act.kind === 'help') return showHelp();
    if (act.kind === 'go' && elsewhere) return void window.open(act.href, '_blank', 'noopener');
    // First of all the page is free again, and the focus back where it was: what follows may move it on.
    flushSync(close);
    if (act.kind === 'go') go(act.href);
    else if (act.kind === 'press') doAction(act.action);
    else if (act.kind === 'language') chooseLanguage(act.language, { byPointer: true });
    else changeSettings(act.change);
  };
  const move = (to: number) => setWanted(entries.at(to % entries.length)?.id ?? null);
  const at = active ? entries.indexOf(active) : 0;
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = STEPS[event.key]?.(at, entries.length);
    if (to !== undefined && entries.length > 0) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      choose(active, event.ctrlKey || event.metaKey);
    }
  };
  return (
    <>
      <div className={styles.field}>
        <FindIcon size={16} />
        <input
          type="text"
          role="combobox"
          aria-label={t('Search and commands')}
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active && optionId(active)}
          placeholder={t('Type a command, or paste an ID or a link')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWanted(null);
          }}
          onKeyDown={keyDown}
        />
        <kbd aria-hidden="true" className={styles.escape}>
          Esc
        </kbd>
      </div>
      <PaletteList
        id={`${id}-list`}
        entries={entries}
        active={active}
        optionId={optionId}
        copied={copied}
        onPoint={(entry) => setWanted(entry.id)}
        onChoose={choose}
      />
      <p role="status" className="visually-hidden">
        {copied?.words ?? count}
      </p>
    </>
  );
}

/** Where a key leads to from a place in a list of a length; round at the ends. */
const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, length) => Math.min(at + 8, length - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

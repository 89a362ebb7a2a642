import { t, type Text } from '../../../words/words.ts';
import type { Departure } from './screen.ts';
import styles from './DepartedTag.module.css';

const WORDS = {
  unmatched: {
    words: 'no longer matches',
    title: 'Shown as it was last seen, until the next refresh by hand',
  },
  moved: { words: 'no longer here', title: 'It has moved on in this order, or no longer matches' },
} as const satisfies Record<Departure, { words: Text; title: Text }>;

/** Says that a row has left the list, and dims its row. */
export function departedTag(departure: Departure) {
  const { words, title } = WORDS[departure];
  return (
    <span className={styles.tag} title={t(title)}>
      {t(words)}
    </span>
  );
}

import { useContext } from 'react';
import { t, type Text } from '../../../words/words.ts';
import { Departed } from './departed.ts';
import type { Departure } from './screen.ts';
import styles from './DepartedTag.module.css';

const WORDS = {
  unmatched: {
    words: 'no longer matches',
    title: 'Shown as it was last seen, until the next refresh by hand',
  },
  moved: { words: 'no longer here', title: 'It has moved on in this order, or no longer matches' },
} as const satisfies Record<Departure, { words: Text; title: Text }>;

/** Says that a row has left the list, and dims its row; nothing where it has not. */
export function DepartedTag({ id }: { id: string }) {
  const departure = useContext(Departed).get(id);
  if (departure === undefined) return null;
  const { words, title } = WORDS[departure];
  return (
    <span className={styles.tag} title={t(title)}>
      {t(words)}
    </span>
  );
}

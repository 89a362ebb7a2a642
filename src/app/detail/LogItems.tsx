import { memo, useMemo, useState, type Ref } from 'react';
import type { LogItem } from '../../toloka/logItem.ts';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { holdsSecret } from '../../toloka/secrets.ts';
import { failuresFirst, logCounts } from './logPlan.ts';
import { LogRow } from './LogRow.tsx';
import styles from './LogItems.module.css';
import { Section } from './Section.tsx';

/** How many items are drawn at first, and how many more at a time. */
const STEP = 200;

/** A loaded log: failures first, so many at a time that the page stays quick. */
export const LogItems = memo(function LogItems({
  items,
  region,
}: {
  items: readonly LogItem[];
  region: Ref<HTMLElement>;
}) {
  const [room, setRoom] = useState(STEP);
  const [clear, setClear] = useState(false);
  const ordered = useMemo(() => failuresFirst(items), [items]);
  const shown = ordered.slice(0, room);
  const hidden = ordered.length - shown.length;
  const secrets = shown.some((item) => holdsSecret(item.input) || holdsSecret(item.output));
  return (
    <Section title="Log" ref={region} note={<span>{logCounts(items, shown.length)}</span>}>
      {secrets && (
        <p className={styles.secrets}>
          <ToggleButton pressed={clear} onChange={setClear}>
            Show masked values
          </ToggleButton>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="muted">The log is empty.</p>
      ) : (
        <ul className={styles.items}>
          {shown.map((item) => (
            <LogRow key={item.index} item={item} masked={!clear} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button
          type="button"
          className={`button ${styles.more}`}
          onClick={() => setRoom((before) => before + STEP)}
        >
          Show {Math.min(STEP, hidden)} more
        </button>
      )}
    </Section>
  );
});

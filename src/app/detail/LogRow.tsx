import { memo } from 'react';
import type { LogFault, LogItem } from '../../toloka/logItem.ts';
import type { Json } from '../../toloka/operation.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { formatCount } from '../ui/format.ts';
import { FailIcon, SuccessIcon } from '../ui/icons.tsx';
import { outcomeOf } from './logOutcome.ts';
import styles from './LogRow.module.css';
import { maskSecrets } from '../../toloka/secrets.ts';

/** A longer JSON text than this opens on demand. */
const SHORT = 220;

/** One item of a log: why it failed and what was sent, or in one line what was made of it. */
export const LogRow = memo(function LogRow({ item, masked }: { item: LogItem; masked: boolean }) {
  const shown = (json: Json) => (masked ? maskSecrets(json) : json);
  const { word, result } = outcomeOf(item, shown(item.output));
  return (
    <li className={`${styles.row} ${item.success ? styles.succeeded : styles.failed}`}>
      <span className={styles.number}>
        {item.success ? <SuccessIcon /> : <FailIcon />} #{formatCount(item.index + 1)}
      </span>
      {item.success ? (
        <span>
          {word} {result !== '' && <code>{result}</code>}
        </span>
      ) : (
        <div className={styles.words}>
          {item.faults.map((fault) => (
            <Fault key={fault.path} fault={fault} payload={shown(fault.payload)} />
          ))}
          {item.faults.length === 0 && <p>{word}</p>}
          {item.faults.length === 0 && item.output !== null && <JsonText json={shown(item.output)} />}
          {item.input !== null && <JsonText json={shown(item.input)} />}
        </div>
      )}
    </li>
  );
});

function Fault({ fault, payload }: { fault: LogFault; payload: Json }) {
  return (
    <p>
      <code className={styles.path}>{fault.path}</code> <span className={styles.code}>{fault.code}</span>{' '}
      <span className={styles.quiet}>{fault.message}</span>
      {payload !== null && <code className={styles.quiet}> {JSON.stringify(payload)}</code>}
    </p>
  );
}

function JsonText({ json }: { json: Json }) {
  const text = JSON.stringify(json);
  if (text.length <= SHORT) return <code className={styles.quiet}>{text}</code>;
  return (
    <details className={styles.long}>
      <summary>
        <code className={styles.quiet}>{text.slice(0, SHORT)}…</code>{' '}
        <span className={`link ${styles.all}`}>All {formatCount(text.length)} characters</span>
      </summary>
      <CodeBlock text={JSON.stringify(json, null, 2)} />
    </details>
  );
}

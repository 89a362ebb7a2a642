import { stringifyJson } from '../../toloka/stringifyJson.ts';
import { isJsonObject, type Json } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './AnswerList.module.css';
import { plainText, type Answer } from './facts.ts';
import { Instant } from './Instant.tsx';
import { maskSecrets } from '../../toloka/secrets.ts';

/** The statistics that an `ANALYTICS` operation computed: the name, what it is about, and the result. */
export function AnswerList({ answers }: { answers: readonly Answer[] }) {
  return (
    <ul className={styles.list}>
      {answers.map((answer, index) => (
        // Answers have no ID of their own, and an ended operation's never change.
        <li key={index}>
          <div className={styles.what}>
            <code>{answer.metric.name}</code>
            <Result result={answer.result} />
          </div>
          <div className={styles.about}>
            <span>{answer.metric.subject}</span>
            {answer.finished !== null && <Instant at={answer.finished} short />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Result({ result }: { result: Json | undefined }) {
  if (result === undefined) return <span className="muted">–</span>;
  if (result === null) return <span className="muted">{t('None')}</span>;
  if (Array.isArray(result) || isJsonObject(result))
    return <CodeBlock text={stringifyJson(maskSecrets(result), 2)} />;
  const text = Number.isSafeInteger(result) ? formatCount(Number(result)) : plainText(result);
  return <b className={styles.result}>{text}</b>;
}

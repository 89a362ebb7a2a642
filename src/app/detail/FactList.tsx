import { useState } from 'react';
import { stringifyJson } from '../../toloka/stringifyJson.ts';
import type { Json } from '../../toloka/operation.ts';
import { plural, t } from '../../words/words.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './FactList.module.css';
import { metricsOf, plainText, type Fact, type Metric } from './facts.ts';
import { holdsSecret, MASK, maskSecrets } from '../../toloka/secrets.ts';

/** So many facts are drawn: what has more was not made for people. */
const MOST = 200;
/** The longest text that stands beside its term, in characters. */
const LONGEST = 5000;
/** A word of more letters than this does not fit beside its term. */
const LONG_WORD = 24;

/** Facts as terms and values. What a secret's name stands for is not in the page at all until it is asked for. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.list}>
      {facts.slice(0, MOST).map((fact) => (
        <div key={fact.key} className={isWide(fact) ? styles.wide : styles.row}>
          <dt className={fact.inWords ? undefined : styles.code}>{fact.label}</dt>
          <dd>
            <Value fact={fact} />
            {fact.copyLabel !== undefined && (
              <CopyButton
                label={fact.copyLabel}
                face={t('Copy')}
                text={() => plainText(fact.value)}
                className={`button small ghost ${styles.copy}`}
              />
            )}
          </dd>
        </div>
      ))}
      {facts.length > MOST && (
        <div className={styles.wide}>
          <dt>{t('And {count} more', { count: formatCount(facts.length - MOST) })}</dt>
          <dd className="muted">{t('They are in the raw JSON.')}</dd>
        </div>
      )}
    </dl>
  );
}

function isWide(fact: Fact): boolean {
  if (fact.form === 'text')
    return plainText(fact.value)
      .split(/\s+/)
      .some((word) => word.length > LONG_WORD);
  return (
    fact.form === 'metrics' ||
    (fact.form === 'json' && (holdsSecret(fact.value) || stringifyJson(fact.value).length > 16))
  );
}

function Value({ fact }: { fact: Fact }) {
  switch (fact.form) {
    case 'none':
      return <span className="muted">{t('None')}</span>;
    case 'yesNo':
      return fact.value === true ? t('yes') : t('no');
    case 'secret':
      return <SecretValue text={plainText(fact.value)} />;
    case 'metrics':
      return <Metrics metrics={metricsOf(fact.value) ?? []} />;
    case 'json':
      return <JsonValue value={fact.value} wide={isWide(fact)} />;
    case 'text':
      return cut(plainText(fact.value));
  }
}

function cut(text: string): string {
  return text.length <= LONGEST
    ? text
    : plural(text.length - LONGEST, '{text}… and {n} character more', '{text}… and {n} characters more', {
        text: text.slice(0, LONGEST),
      });
}

function SecretValue({ text }: { text: string }) {
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.secret}>
      <code>{shown ? text : MASK}</code>
      <ToggleButton pressed={shown} onChange={setShown}>
        {t('Show secret')}
      </ToggleButton>
    </span>
  );
}

function JsonValue({ value, wide }: { value: Json; wide: boolean }) {
  const [shown, setShown] = useState(false);
  const json = shown ? value : maskSecrets(value);
  if (!wide) return <code>{stringifyJson(json)}</code>;
  return (
    <>
      <CodeBlock text={stringifyJson(json, 2)} />
      {holdsSecret(value) && (
        <p className={styles.reveal}>
          <ToggleButton pressed={shown} onChange={setShown}>
            {t('Show secret')}
          </ToggleButton>
        </p>
      )}
    </>
  );
}

function Metrics({ metrics }: { metrics: readonly Metric[] }) {
  return (
    <ul className={styles.metrics}>
      {metrics.map((metric, index) => (
        // Metrics have no ID of their own, and the list never changes.
        <li key={index}>
          <code>{metric.name}</code>
          <span>{metric.subject}</span>
        </li>
      ))}
    </ul>
  );
}

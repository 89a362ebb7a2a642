import { memo, useState } from 'react';
import { stringifyJson } from '../../toloka/stringifyJson.ts';
import type { JsonObject } from '../../toloka/operation.ts';
import { plural, t } from '../../words/words.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ChevronIcon } from '../ui/icons.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import styles from './RawJson.module.css';
import { holdsSecret, maskSecrets } from '../../toloka/secrets.ts';

/**
 * The answer as it came, laid out. Secrets are masked here and in what is copied until they are asked for; the text is
 * made only once it is opened.
 */
export const RawJson = memo(function RawJson({ raw }: { raw: JsonObject }) {
  const [open, setOpen] = useState(false);
  const [clear, setClear] = useState(false);
  const text = () => stringifyJson(clear ? raw : maskSecrets(raw), 2);
  const fields = Object.keys(raw).length;
  return (
    <details className={styles.card} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <h2>{t('Raw JSON')}</h2>
        <span className={styles.note}>{plural(fields, '{n} field', '{n} fields')}</span>
        <ChevronIcon />
      </summary>
      {open && (
        <>
          <div className={styles.actions}>
            <CopyButton label={t('Copy JSON')} text={text} className="button small" />
            {holdsSecret(raw) && (
              <ToggleButton pressed={clear} onChange={setClear}>
                {t('Show masked values')}
              </ToggleButton>
            )}
          </div>
          <CodeBlock text={text()} />
        </>
      )}
    </details>
  );
});

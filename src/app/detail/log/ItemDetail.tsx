import { useMemo, useState } from 'react';
import { layoutJson } from '../../../toloka/layoutJson.ts';
import { t } from '../../../words/words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formatCount } from '../../ui/format.ts';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { itemHoldsSecret, maskedText, payloadText, type ItemReading } from './itemText.ts';
import styles from './ItemDetail.module.css';
import { useLogSearch } from './useLogSearch.ts';

/** All that the log says of an item: every reason, what was sent, what came of it, to the last digit as the API wrote it. */
export function ItemDetail({ id, reading }: { id: string; reading: ItemReading }) {
  const [clear, setClear] = useState(false);
  const { number, item, input, output, whole } = reading;
  const secret = useMemo(() => itemHoldsSecret(reading), [reading]);
  const masked = (text: string) => (clear ? text : maskedText(reading, text));
  const shown = (text: string) => layoutJson(masked(text));
  const explained = item.faults.length > 0;
  return (
    <div id={id} className={styles.detail}>
      {explained && (
        <ul className={styles.faults}>
          {item.faults.map(({ path, code, message }) => {
            const payload = payloadText(output, path);
            return (
              <li key={path}>
                <code>{path}</code> <b>{code}</b> {message}
                {payload !== null && <code className={styles.payload}> {masked(payload)}</code>}
              </li>
            );
          })}
        </ul>
      )}
      {input !== null && <Part title={t('Input')} text={shown(input)} />}
      {output !== null && !explained && <Part title={t('Output')} text={shown(output)} />}
      {input === null && output === null && <Part title={t('Item')} text={shown(whole)} />}
      <div className={styles.actions}>
        {item.type !== '' && <code className={styles.type}>{item.type}</code>}
        <CopyItemLink number={number} />
        {secret && (
          <ToggleButton pressed={clear} onChange={setClear}>
            {t('Show masked values')}
          </ToggleButton>
        )}
      </div>
    </div>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className={styles.title}>{title}</p>
      <CodeBlock text={text} />
    </div>
  );
}

function CopyItemLink({ number }: { number: number }) {
  const href = useLogSearch().to({ item: number });
  return (
    <CopyButton
      label={t('Copy link to item {item}', { item: formatCount(number) })}
      face={t('Copy link')}
      text={() => new URL(href, window.location.href).href}
      className="button small"
    />
  );
}

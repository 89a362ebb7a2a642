import { useState, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import { connectCommand } from './connectCommand.ts';
import styles from './ConnectCard.module.css';
import { CopyButton } from './ui/CopyButton.tsx';
import { rich } from './ui/rich.tsx';

/** Toloka's own words on how to make a key. */
const KEYS_GUIDE = 'https://toloka.ai/docs/guide/api-token/';
/** As in ConnectRoom.module.css: from here on each line fits. */
const WIDE = '(min-width: 1023.02px)';

/** How to see one's own operations instead of the demo, in three steps. `start`: the command that started the server. */
export function ConnectCard({ start, onHide }: { start: string; onHide: () => void }) {
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  const hide = () => {
    onHide();
    // The button is gone, and this is what brings the card back.
    document.querySelector<HTMLElement>('[aria-controls="connect"]')?.focus();
  };
  return (
    <section aria-labelledby="connect-title">
      <div className={styles.head}>
        <h2 id="connect-title" className={styles.title}>
          {t('Connect your account')}
        </h2>
        {!open && (
          <button type="button" className="button small" onClick={() => setOpen(true)}>
            {t('Show how')}
          </button>
        )}
        <button type="button" className="button ghost small" onClick={hide}>
          {t('Hide##the card')}
        </button>
      </div>
      {open && <Steps start={start} />}
    </section>
  );
}

function Steps({ start }: { start: string }) {
  const command = connectCommand(start, navigator.userAgent.includes('Windows'));
  const code = (text: string): ReactNode => <code>{text}</code>;
  const guide = (
    <a className="link" href={KEYS_GUIDE} target="_blank" rel="noreferrer">
      {t('Profile → Integrations')}
    </a>
  );
  return (
    <>
      <ol className={styles.steps}>
        <li>{rich('Make a key in Toloka: {guide}.', { guide })}</li>
        <li>
          {command.protect === null
            ? rich('Save it as {file}.', { file: code(command.file) })
            : rich('Save it as {file}, for your eyes only: {protect}', {
                file: code(command.file),
                protect: code(command.protect),
              })}
        </li>
        <li>
          <div className={styles.last}>
            {t('Stop this server, and start it again with the key:')}
            <span className={styles.command}>
              <code>{command.start}</code>
              <CopyButton
                label={t('Copy the command')}
                face={t('Copy')}
                text={() => command.start}
                className="button small"
              />
            </span>
          </div>
        </li>
      </ol>
      <p className={styles.note}>
        {rich(
          '{sandbox} is for the sandbox. {variable} takes the key itself. An older OAuth token needs no {scheme}.',
          {
            sandbox: code('TOLOKA_SANDBOX_TOKEN_FILE'),
            variable: code('TOLOKA_TOKEN'),
            scheme: code('TOLOKA_AUTH_SCHEME'),
          },
        )}
      </p>
    </>
  );
}

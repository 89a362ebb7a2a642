import { t } from '../words/words.ts';
import { startedBy } from './connect.ts';
import { configuredEnvironments, environmentLabel } from './environments.ts';
import { changeSettings, useSetting } from './settings.ts';

/**
 * The environment, always in sight. Above a list of a server that has only the demo it is a button that shows and hides how
 * to connect an account (`ConnectRoom`).
 */
export function EnvironmentBadge({
  environment,
  onList,
  className,
}: {
  environment: string;
  onList: boolean;
  className: string | undefined;
}) {
  const connect = useSetting('connect');
  const words = (
    <>
      <span className="visually-hidden">{t('Environment:')} </span>
      {environmentLabel(environment)}
    </>
  );
  const hasCard = onList && startedBy() !== null && configuredEnvironments().includes(environment);
  if (!hasCard) return <span className={className}>{words}</span>;
  return (
    <button
      type="button"
      className={className}
      aria-expanded={connect}
      aria-controls="connect"
      title={t('Connect your account')}
      onClick={() => changeSettings({ connect: !connect })}
    >
      {words}
    </button>
  );
}

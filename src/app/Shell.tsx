import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { Link } from './Link.tsx';
import { isEnvironmentName } from '../toloka/environments.ts';
import { t, type Text } from '../words/words.ts';
import { configuredEnvironments, environmentLabel } from './environments.ts';
import { holdKeys } from './earlyKey.ts';
import { EnvironmentBadge } from './EnvironmentBadge.tsx';
import { environmentOfPath, listHref, operationOfPath } from './links.ts';
import { changeSettings, useSetting } from './settings.ts';
import { signOutPath } from './signOut.ts';
import styles from './Shell.module.css';
import type { Zone } from './ui/format.ts';
import { ahead, fetchPart, useFetched } from './ui/parts.ts';
import { useMeant } from './ui/useMeant.ts';

/** What the first row can do without comes right behind it; its room in the header is kept. */
const load = ahead(() => import('./ShellParts.tsx'), { vital: true });
// Where the code does not come, the next press asks for it again.
holdKeys(() => void fetchPart(load).catch(() => {}));

/** The frame of every page: the environment always in sight, the way to the list, the zone of all times. */
export function Shell({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const environment = environmentOfPath(pathname) ?? configuredEnvironments()[0] ?? '';
  const shown = operationOfPath(pathname);
  const parts = useFetched(load)?.SHELL_PARTS;
  const others = configuredEnvironments().filter((name) => name !== environment);
  return (
    <div className={styles.shell} data-environment={isEnvironmentName(environment) ? environment : undefined}>
      <div className={styles.line} />
      <a className={styles.skip} href="#content">
        {t('Skip to content')}
      </a>
      <header className={styles.top}>
        <Link className={styles.brand} to={listHref(environment)} data-action="list">
          {t('Operations')}
        </Link>
        <EnvironmentBadge
          environment={environment}
          onList={pathname === listHref(environment)}
          className={styles.environment}
        />
        {others.length > 0 && (
          <nav className={styles.others} aria-label={t('Other environments')}>
            {others.map((name) => (
              <Link key={name} to={listHref(name)}>
                {environmentLabel(name)}
              </Link>
            ))}
          </nav>
        )}
        {parts ? <parts.ViewsNav environment={environment} /> : <span className={styles.viewsRoom} />}
        <span className={styles.grow} />
        {parts && <parts.Keys />}
        {parts && <parts.WatchMenu environment={environment} />}
        {ZONE_SWITCH}
        <span className={styles.preferences}>{parts && <parts.Preferences />}</span>
        {SIGN_OUT}
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      {parts && <parts.Upkeep />}
      {parts && <parts.PageAnnouncer />}
      {parts && <parts.Watching shown={shown && parts.watchKey(shown)} />}
    </div>
  );
}

/** Only on a server that people sign in to. Leads out of the app, to the server's own page. */
function SignOut() {
  const path = signOutPath();
  return path === null ? null : (
    <a className={styles.signOut} href={path}>
      {t('Sign out')}
    </a>
  );
}

const ZONES = { local: 'Local', utc: 'UTC' } as const satisfies Record<Zone, Text>;

function ZoneSwitch() {
  const [zone, choose] = useMeant<Zone>(useSetting('zone'), (next) => changeSettings({ zone: next }));
  return (
    <div role="group" aria-label={t('Time zone')} className={styles.zones}>
      {(['local', 'utc'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={zone === name} onClick={() => choose(name)}>
          {t(ZONES[name])}
        </button>
      ))}
    </div>
  );
}

// The same elements each time: whoever goes to another page draws neither again.
const ZONE_SWITCH = <ZoneSwitch />;
const SIGN_OUT = <SignOut />;

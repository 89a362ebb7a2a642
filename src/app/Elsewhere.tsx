import { useRef } from 'react';
import { Link } from './Link.tsx';
import { ENVIRONMENTS, isEnvironmentName } from '../toloka/environments.ts';
import { t } from '../words/words.ts';
import { configuredEnvironments, environmentLabel } from './environments.ts';
import { listHref } from './links.ts';
import { useDrawn } from './ui/parts.ts';
import { rich } from './ui/rich.tsx';
import { useTitle } from './ui/useTitle.ts';
import { useArrival } from './useArrival.ts';
import styles from './Elsewhere.module.css';

/** A path that is no page of the app: says so, and where the lists are. */
export function NoSuchPage() {
  return (
    <div className={styles.page}>
      <Heading words={t('There is no such page')} />
      <p>{t('The address is not one of this dashboard’s.')}</p>
      <Lists />
    </div>
  );
}

/** A link into an environment that this server has no token for: says what is missing and how to mend it. */
export function NoEnvironment({ name }: { name: string }) {
  const variable = isEnvironmentName(name) ? ENVIRONMENTS[name].variable : null;
  return (
    <div className={styles.page}>
      <Heading words={t('{environment} is not set up here', { environment: environmentLabel(name) })} />
      {variable !== null && (
        <p>
          {rich(
            'This server has no token for it. Set {variable} and start it again; the link will then open.',
            {
              variable: <code>{variable}_TOKEN</code>,
            },
          )}
        </p>
      )}
      {name === 'demo' && (
        <p>
          {rich('The demo is off because a token is set. Start the server with {flag} to have both.', {
            flag: <code>--demo</code>,
          })}
        </p>
      )}
      {!isEnvironmentName(name) && <p>{t('Toloka has no environment of that name.')}</p>}
      <Lists />
    </div>
  );
}

function Heading({ words }: { words: string }) {
  useTitle(words);
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  );
}

function Lists() {
  useDrawn(true);
  return (
    <ul>
      {configuredEnvironments().map((name) => (
        <li key={name}>
          <Link className="link" to={listHref(name)}>
            {t('Operations in {environment}', { environment: environmentLabel(name) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

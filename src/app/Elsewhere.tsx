import { Link } from 'react-router-dom';
import { ENVIRONMENTS, isEnvironmentName } from '../toloka/environments.ts';
import { configuredEnvironments, environmentLabel } from './environments.ts';
import { listHref } from './links.ts';
import styles from './Elsewhere.module.css';

/** A path that is no page of the app: says so, and where the lists are. */
export function NoSuchPage() {
  return (
    <div className={styles.page}>
      <h1>There is no such page</h1>
      <p>The address is not one of this dashboard’s.</p>
      <Lists />
    </div>
  );
}

/** A link into an environment that this server has no token for: says what is missing and how to mend it. */
export function NoEnvironment({ name }: { name: string }) {
  const variable = isEnvironmentName(name) ? ENVIRONMENTS[name].variable : null;
  return (
    <div className={styles.page}>
      <h1>{environmentLabel(name)} is not set up here</h1>
      {variable !== null && (
        <p>
          This server has no token for it. Set <code>{variable}_TOKEN</code> and start it again; the link will
          then open.
        </p>
      )}
      {name === 'demo' && (
        <p>
          The demo is off because a token is set. Start the server with <code>--demo</code> to have both.
        </p>
      )}
      {!isEnvironmentName(name) && <p>Toloka has no environment of that name.</p>}
      <Lists />
    </div>
  );
}

function Lists() {
  return (
    <ul>
      {configuredEnvironments().map((name) => (
        <li key={name}>
          <Link className="link" to={listHref(name)}>
            Operations in {environmentLabel(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '../Link.tsx';
import { t } from '../../words/words.ts';
import { asFailure } from '../api/failure.ts';
import { operationQuery } from '../api/operationQuery.ts';
import { configuredEnvironments, environmentLabel } from '../environments.ts';
import { operationHref } from '../links.ts';
import styles from './OtherEnvironments.module.css';
import { headingOf, statusWord } from './titles.ts';

/** A link may be meant for another environment: the same ID there, and on request whether there is an operation. */
export function OtherEnvironments({ environment, id }: { environment: string; id: string }) {
  const others = configuredEnvironments().filter((name) => name !== environment);
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const found = useQueries({
    queries: others.map((name) => ({
      ...operationQuery(name, id, client),
      enabled: asked,
      // One look: who wants to follow it opens it.
      refetchInterval: false as const,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    })),
  });
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-environments" className={styles.others}>
      <h2 id="other-environments">{t('In other environments')}</h2>
      <p className="muted">
        {t('An ID is valid in one environment only, so the link may be meant for another one.')}
      </p>
      <button type="button" className="button" onClick={() => setAsked(true)} aria-disabled={asked}>
        {others.length === 1
          ? t('Look in {place}', { place: environmentLabel(others[0] ?? '') })
          : t('Look in the others')}
      </button>
      <ul aria-live="polite">
        {others.map((name, index) => {
          const { data, error } = found[index] ?? {};
          const failure = error ? asFailure(error) : null;
          return (
            <li key={name}>
              <Link className="link" to={operationHref(name, id)}>
                {t('Open it in {place}', { place: environmentLabel(name) })}
              </Link>
              {asked && (
                <span className={data ? styles.there : 'muted'}>
                  {data
                    ? t('Found: {operation}, {status}', {
                        operation: headingOf(data),
                        status: statusWord(data).toLowerCase(),
                      })
                    : failure === null
                      ? t('Looking…')
                      : failure.status === 404
                        ? t('Not there')
                        : t('Could not be asked: {failure}', {
                            failure: `${failure.code} ${failure.message}`,
                          })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

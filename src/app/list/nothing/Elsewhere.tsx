import { Fragment } from 'react';
import { Link } from '../../Link.tsx';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { configuredEnvironments, environmentLabel } from '../../environments.ts';
import { listHref } from '../../links.ts';
import { rich } from '../../ui/rich.tsx';
import panel from '../Panel.module.css';

/** Says where was looked, and leads to the same question in the other environments, where there are any. */
export function Elsewhere({ environment, search }: { environment: string; search: ListSearch }) {
  const others = configuredEnvironments().filter((name) => name !== environment);
  if (others.length === 0) return null;
  return (
    <p className={panel.text}>
      {rich('Only {environment} was looked through. The same filters in {others}', {
        environment: environmentLabel(environment),
        others: others.map((name, index) => (
          <Fragment key={name}>
            {index > 0 && ', '}
            <Link className="link" to={listHref(name, { ...search, place: null })}>
              {environmentLabel(name)}
            </Link>
          </Fragment>
        )),
      })}
    </p>
  );
}

import type detail from './ru.detail.json';
import type glance from './ru.glance.json';
import type keys from './ru.keys.json';
import type list from './ru.list.json';
import type look from './ru.look.json';
import type perf from './ru.perf.json';
import type rest from './ru.rest.json';
import type start from './ru.start.json';

/** TEMPORARY while several hands write: becomes `typeof ru` of one file, ru.json. */
export type Catalog = typeof detail &
  typeof glance &
  typeof keys &
  typeof list &
  typeof look &
  typeof perf &
  typeof rest &
  typeof start;

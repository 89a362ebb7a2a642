import { ID_ORDERS, type IdOrder } from './identifiers.ts';

/**
 * Where an operation without `finished` sorts under `sort=finished`; the API does not say. `first` and `last` whatever
 * the direction; `smallest` and `largest` as a value, so that it flips with the direction.
 */
export const ABSENT_FINISHED = ['first', 'last', 'smallest', 'largest'] as const;
export type AbsentFinished = (typeof ABSENT_FINISHED)[number];

/** What the API leaves open, and the emulator can do either way. */
export type Switches = {
  readonly absentFinished: AbsentFinished;
  /** By what IDs sort; a client must not know. */
  readonly idOrder: IdOrder;
  /** Whether operations submitted after the emulator was made (or reset) are there. */
  readonly arrivals: boolean;
  /** Whether operations that have ended are answered as if they went on, which the API never should. */
  readonly regress: boolean;
};

export const DEFAULT_SWITCHES: Switches = {
  absentFinished: 'largest',
  idOrder: 'binary',
  arrivals: true,
  regress: false,
};

/** The values that each switch takes. */
export const SWITCH_VALUES: { readonly [Name in keyof Switches]: readonly Switches[Name][] } = {
  absentFinished: ABSENT_FINISHED,
  idOrder: Object.keys(ID_ORDERS) as IdOrder[],
  arrivals: [true, false],
  regress: [true, false],
};

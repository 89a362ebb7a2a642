/** What `states.mjs` says of a state, as far as its users look at it. */
export type State = {
  readonly name: string;
  readonly says: string;
  readonly at: string;
  readonly locale?: string;
};
export declare const STATES: readonly State[];

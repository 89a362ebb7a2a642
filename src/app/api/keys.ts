/** Where answers are kept in the query cache; every key is built in this file and nowhere else. */

/** All pages of an environment's list; a page's own key goes on with the view. */
export const listKey = (environment: string) => ['operations', environment, 'list'] as const;

/** One operation's own answers. */
export const operationKey = (environment: string, id: string) =>
  ['operations', environment, 'one', id] as const;

/** The last answer about an operation that was not believed (see `readings.ts`). */
export const disbeliefKey = (environment: string, id: string) =>
  ['operations', environment, 'disbelieved', id] as const;

/** How long operations of a type took lately (see `lately.ts`). */
export const latelyKey = (environment: string, type: string) =>
  ['operations', environment, 'lately', type] as const;

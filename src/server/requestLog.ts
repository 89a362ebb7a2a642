import type { Endpoint } from '../toloka/endpoints.ts';

/** What is written about a request: these fields and no other, so no query, ID, header or token can get in. */
export type RequestLogEntry = {
  /** When the request came, UTC. */
  readonly time: string;
  readonly method: string;
  /** The route's template. */
  readonly route: string;
  readonly status: number;
  /** Until the answer was handed over, in ms. */
  readonly ms: number;
  /** The problem's code, `CLIENT_LEFT`, or null. */
  readonly code: string | null;
};

const ROUTES: Readonly<Record<Endpoint['kind'], string>> = {
  list: '/:environment/api/v1/operations',
  operation: '/:environment/api/v1/operations/:id',
  log: '/:environment/api/v1/operations/:id/log',
};

/** The template of an endpoint's route; of what is none, the template of everything under `/api`. */
export function routeTemplate(endpoint: Endpoint | null): string {
  return endpoint ? ROUTES[endpoint.kind] : '/:environment/api/*';
}

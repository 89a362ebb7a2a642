import { matchEndpoint, type Endpoint } from '../toloka/endpoints.ts';
import { hasLog } from '../toloka/vocabulary.ts';
import type { Clock } from './clock.ts';
import { ApiFailure, failureResponse, jsonResponse } from './errors.ts';
import type { FaultBook } from './faults.ts';
import { listOperations, newestVisible } from './listOperations.ts';
import { checkNames, parseListQuery } from './listQuery.ts';
import { literalAt } from './literal.ts';
import { logResponse, noLog } from './logResponse.ts';
import { createRandom, hexDigits, mix } from './random.ts';
import { createRateLimit } from './rateLimit.ts';
import { regressed, renderOperation } from './render.ts';
import { logSentinel } from './sentinels.ts';
import type { Store } from './store.ts';
import type { Switches } from './switches.ts';

export type ApiParts = {
  readonly seed: number;
  readonly authorization: string;
  readonly rateLimit: number | null;
  /** Epoch ms, never moved: what the rate limit counts by. */
  readonly realNow: () => number;
  readonly clock: Clock;
  readonly faults: FaultBook;
  readonly store: () => Store;
  readonly switches: () => Switches;
};

/** The three endpoints, strict: what the reference does not allow is refused in the API's error shape. */
export function createApi(parts: ApiParts) {
  let requestCount = 0;
  let allow = rateLimitOf(parts);

  async function answer(request: Request): Promise<Response> {
    requestCount += 1;
    try {
      const response = await answerGet(request, requestCount);
      if (request.method !== 'HEAD') return response;
      await response.body?.cancel();
      return new Response(null, response);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      return failureResponse(error, hexDigits(createRandom(mix(parts.seed, requestCount)), 32));
    }
  }

  async function answerGet(request: Request, count: number): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const endpoint = matchEndpoint(pathname);
    if (!endpoint) throw new ApiFailure(404, 'NOT_FOUND', 'There is nothing at this path');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new ApiFailure(405, 'METHOD_NOT_ALLOWED', 'Only GET', { headers: { allow: 'GET, HEAD' } });
    }
    if (!allow()) throw new ApiFailure(429, 'TOO_MANY_REQUESTS', 'Too many requests. Wait a few seconds');
    if (request.headers.get('authorization') !== parts.authorization) {
      throw new ApiFailure(
        401,
        'AUTHENTICATION_ERROR',
        'A valid token is needed in the Authorization header',
      );
    }
    const query = endpoint.kind === 'list' ? parseListQuery(searchParams) : null;
    if (!query) checkNames(searchParams, []);
    const fault = await parts.faults.apply(endpoint, searchParams, request.signal);
    if (fault) return fault;
    const store = parts.store();
    const now = Math.floor(parts.clock.now() * 1000);
    store.extendTo(now);
    if (!query) return answerOne(store, endpoint, now, request.signal);
    const tieSeed = mix(parts.seed, count);
    return jsonResponse(listOperations(store, query, { now, switches: parts.switches(), tieSeed }));
  }

  function answerOne(store: Store, endpoint: Endpoint, now: number, signal: AbortSignal): Response {
    const id = endpoint.kind === 'list' ? '' : endpoint.id;
    const shown = (text: string) => (parts.switches().regress ? regressed(text) : text);
    const found = store.find(id);
    if (found && 'versions' in found) {
      const version = literalAt(found, now);
      if (!version) throw unknownId(id);
      if (endpoint.kind === 'operation') return jsonResponse(shown(version.text));
      if (found.log === null) throw noLog();
      if (found.log !== undefined) return jsonResponse(JSON.stringify(found.log));
      if (version.type !== null && hasLog(version.type)) return jsonResponse('[]');
      throw noLog();
    }
    const newest = newestVisible(store, { now, switches: parts.switches() });
    if (!found || found.submitted > newest) throw unknownId(id);
    if (endpoint.kind === 'operation')
      return jsonResponse(shown(JSON.stringify(renderOperation(found, now))));
    return logResponse(found, now, { ...logSentinel(id), signal });
  }

  return {
    answer,
    /** Starts counting anew: requests (so that ties come in the first order again) and the rate. */
    reset: (): void => {
      requestCount = 0;
      allow = rateLimitOf(parts);
    },
  };
}

function unknownId(id: string): ApiFailure {
  return new ApiFailure(404, 'DOES_NOT_EXIST', `Operation ${id} does not exist`);
}

function rateLimitOf({ rateLimit, realNow }: ApiParts): () => boolean {
  return rateLimit === null ? () => true : createRateLimit(realNow, rateLimit);
}

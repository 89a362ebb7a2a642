import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeApiError, retryAfterMs } from '../toloka/apiError.ts';
import type { Endpoint } from '../toloka/endpoints.ts';
import { isTerminal } from '../toloka/vocabulary.ts';
import { createAllowance } from './allowance.ts';
import { ageHeaders, sendApiAnswer, type ApiAnswer } from './answers.ts';
import type { Credential, Credentials } from './credentials.ts';
import { openExchange, type Exchange } from './exchange.ts';
import { failureOf } from './failures.ts';
import { createFlights, type OnLeave } from './flights.ts';
import { createGate } from './gate.ts';
import type { KeptAnswers } from './keptAnswers.ts';
import type { Limits } from './limits.ts';
import { streamLog } from './logStream.ts';
import type { Transport, UpstreamAnswer } from './transport.ts';
import { ACCEPTED_ENCODING, checkStatus, leaveUnread, readChecked, retryAfter } from './upstreamBody.ts';

/** An environment as the proxy needs it. */
export type ProxyEnvironment = {
  readonly name: string;
  readonly transport: Transport;
  readonly credentials: Credentials;
};

/** What a client asks, checked. */
export type Question = {
  readonly endpoint: Endpoint;
  /** Path and query for the upstream, built by `upstreamPath`. Equal questions have equal ones. */
  readonly path: string;
  /** The client's address. */
  readonly client: string;
  /** Somebody wants the answer of this moment, not one of a second ago. */
  readonly fresh: boolean;
  readonly onLeave: OnLeave;
};

/** An environment that is asked as seldom as its viewers allow. Both reject with a `Problem` or with `ClientLeft`. */
export type Source = {
  /** A whole answer of a list or an operation, perhaps shared with others or up to a second old. */
  readonly read: (question: Question) => Promise<ApiAnswer>;
  /**
   * Streams a log into a response. Logs are neither joined nor kept: to share a stream the proxy would have to hold
   * what the slower reader lacks, and a log is read by one person at a time.
   */
  readonly stream: (question: Question, res: ServerResponse, headOnly: boolean) => Promise<void>;
};

type SourceParts = {
  readonly limits: Limits;
  /** Shared by all environments, so that the bound is one. */
  readonly kept: KeptAnswers<ApiAnswer>;
  /** Monotonic, in ms. */
  readonly now: () => number;
};

/** The source of one environment's answers: its flights, its gate and its allowance. */
export function createSource(
  { name, transport, credentials }: ProxyEnvironment,
  { limits, kept, now }: SourceParts,
): Source {
  const flights = createFlights<ApiAnswer>();
  const gate = createGate(now);
  const turnOf = createAllowance(limits, now);
  /** What was learned with another token is another question's answer. */
  const keyOf = (path: string, { generation }: Credential) => `${name} ${generation} ${path}`;

  const exchangeWith = async <T>(onLeave: OnLeave, work: (exchange: Exchange) => Promise<T>): Promise<T> => {
    const exchange = openExchange(limits);
    onLeave(exchange.leave);
    try {
      return await work(exchange);
    } catch (error) {
      throw failureOf(error, exchange.signal);
    } finally {
      exchange.end();
    }
  };

  /** The upstream's request, built from nothing: these four headers and none of the client's. */
  const send = async (question: Question, { authorization, generation }: Credential, exchange: Exchange) => {
    const upstream = await transport.send({
      path: question.path,
      streamed: question.endpoint.kind === 'log',
      signal: exchange.signal,
      headers: {
        accept: 'application/json',
        'accept-encoding': ACCEPTED_ENCODING,
        'user-agent': 'toloka-operations',
        authorization: authorization.reveal(),
      },
    });
    // At once: its body may say to wait longer, but may also be long in coming.
    if (upstream.status === 429) gate.close(generation, waitOf(upstream, undefined));
    return upstream;
  };

  const waitOf = (upstream: UpstreamAnswer, body: unknown) =>
    retryAfterMs(upstream.header('retry-after'), decodeApiError(body), Date.now()) ?? limits.gateMs;

  /** Asks when it is this client's turn; once more when the token turns out to have been replaced. */
  const ask = async (question: Question, credential: Credential, exchange: Exchange) => {
    gate.check(credential.generation);
    const turn = turnOf(question.client);
    if (turn > 0) {
      await wait(turn, undefined, { signal: exchange.signal });
      gate.check(credential.generation);
    }
    const upstream = await send(question, credential, exchange);
    const renewed = upstream.status === 401 ? credentials.renewed(credential) : null;
    if (!renewed) return { upstream, used: credential };
    leaveUnread(upstream);
    return { upstream: await send(question, renewed, exchange), used: renewed };
  };

  const readAnswer = async (upstream: UpstreamAnswer, used: Credential, askedAt: number) => {
    checkStatus(upstream);
    const { body, value } = await readChecked(upstream, limits.maxBytes, used.tokenForms);
    const { status } = upstream;
    if (status === 429) gate.close(used.generation, waitOf(upstream, value));
    const headers = status === 429 ? { 'retry-after': gate.retryAfter() } : retryAfter(upstream);
    return { answer: { status, body, headers, askedAt }, value };
  };

  const fetchAnswer = (question: Question, credential: Credential, onAbandoned: OnLeave) =>
    exchangeWith(onAbandoned, async (exchange) => {
      const since = now();
      const askedAt = Date.now();
      const { upstream, used } = await ask(question, credential, exchange);
      exchange.headersArrived(false);
      const { answer, value } = await readAnswer(upstream, used, askedAt);
      if (answer.status === 200) {
        const final = question.endpoint.kind === 'operation' && isOver(value);
        const ms = final ? limits.keptTerminalMs : limits.keptMs;
        kept.keep(keyOf(question.path, used), answer, { bytes: answer.body.length, since, ms });
      }
      return answer;
    });

  return {
    async read(question) {
      const credential = credentials.current(question.fresh);
      const key = keyOf(question.path, credential);
      const known = question.fresh ? undefined : kept.get(key);
      if (known) return known;
      return flights.board(key, question, (onAbandoned) => fetchAnswer(question, credential, onAbandoned));
    },
    stream(question, res, headOnly) {
      const credential = credentials.current(question.fresh);
      return exchangeWith(question.onLeave, async (exchange) => {
        const askedAt = Date.now();
        const { upstream, used } = await ask(question, credential, exchange);
        const good = upstream.status < 300;
        exchange.headersArrived(good);
        if (!good) return sendApiAnswer(res, (await readAnswer(upstream, used, askedAt)).answer);
        checkStatus(upstream);
        return streamLog(upstream, res, exchange, {
          forms: used.tokenForms,
          headOnly,
          headers: ageHeaders(askedAt),
          maxBytes: limits.maxLogBytes,
        });
      });
    },
  };
}

function isOver(operation: unknown): boolean {
  if (typeof operation !== 'object' || operation === null || !('status' in operation)) return false;
  return typeof operation.status === 'string' && isTerminal(operation.status);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint } from '../toloka/endpoints.ts';
import { sendAnswer, sendProblem } from './answers.ts';
import { openExchange, ClientLeft, type Exchange } from './exchange.ts';
import { failureOf, internalProblem } from './failures.ts';
import { checkHost, checkMethod, checkNoBody, checkSameSite, hostNames } from './guard.ts';
import { LIMITS, type Limits } from './limits.ts';
import { streamLog } from './logStream.ts';
import { Problem } from './problem.ts';
import { routeTemplate, type RequestLogEntry } from './requestLog.ts';
import type { Secret } from './secret.ts';
import { readEndpoint, readTarget, upstreamPath, type Target } from './target.ts';
import type { Transport, UpstreamAnswer } from './transport.ts';
import { ACCEPTED_ENCODING, readChecked, retryAfter } from './upstreamBody.ts';

/** A Connect-style handler: what is not its own goes to `next`. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** An environment as the proxy needs it. */
export type ProxyEnvironment = {
  readonly name: string;
  readonly transport: Transport;
  /** The whole `Authorization` header. */
  readonly authorization: Secret;
  /** What must never stand in an answer (see `tokenForms`). */
  readonly tokenForms: readonly Buffer[];
};

export type ProxyOptions = {
  readonly environments: readonly ProxyEnvironment[];
  /** The configured host, allowed as a Host name beside the loopback ones. */
  readonly host?: string;
  readonly limits?: Partial<Limits>;
  /** Called once for each answer of the proxy's own; left out, nothing is logged. */
  readonly log?: (entry: RequestLogEntry) => void;
};

type ApiTarget = Extract<Target, { kind: 'api' }>;

/**
 * The proxy: three allow-listed GET routes that fetch JSON from an environment and answer, and `/healthz`. Not a
 * reverse proxy: the upstream's request is built from nothing, and of its answer only what is named here goes out.
 * The same handler serves Vite's dev and preview servers and the standalone one. Never throws.
 */
export function createProxy(options: ProxyOptions): Handler {
  const { environments, host = '127.0.0.1', log } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  const names = hostNames(host);
  const byName = new Map(environments.map((environment) => [environment.name, environment]));

  const lookUp = (name: string): ProxyEnvironment => {
    const environment = byName.get(name);
    if (environment) return environment;
    const known = [...byName.keys()].join(', ');
    throw new Problem('ENVIRONMENT_UNKNOWN', `There is no such environment here. There is: ${known}.`);
  };

  const answer = async (req: IncomingMessage, res: ServerResponse, target: ApiTarget) => {
    const started = performance.now();
    const time = new Date().toISOString();
    let endpoint: Endpoint | null = null;
    let code: string | null = null;
    try {
      checkMethod(req);
      checkSameSite(req);
      checkNoBody(req);
      const environment = lookUp(target.environment);
      endpoint = readEndpoint(target.path);
      await relay(req, res, environment, endpoint, upstreamPath(endpoint, target.query), limits);
    } catch (error) {
      const failure =
        error instanceof Problem || error instanceof ClientLeft ? error : internalProblem(error);
      code = failure instanceof Problem ? failure.code : 'CLIENT_LEFT';
      if (failure instanceof Problem) sendProblem(res, failure);
    }
    const ms = Math.round(performance.now() - started);
    log?.({
      time,
      method: req.method ?? '',
      route: routeTemplate(endpoint),
      status: res.statusCode,
      ms,
      code,
    });
  };

  return (req, res, next) => {
    let target: Target;
    try {
      checkHost(req, names);
      target = readTarget(req.url ?? '');
      if (target.kind === 'health') checkMethod(req);
    } catch (error) {
      sendProblem(res, error instanceof Problem ? error : internalProblem(error));
      return;
    }
    if (target.kind === 'page') next();
    else if (target.kind === 'health') sendAnswer(res, 200, '{"status":"ok"}');
    else void answer(req, res, target);
  };
}

/** Asks one environment one question and answers with what came. Throws `Problem` or `ClientLeft`. */
async function relay(
  req: IncomingMessage,
  res: ServerResponse,
  environment: ProxyEnvironment,
  endpoint: Endpoint,
  path: string,
  limits: Limits,
): Promise<void> {
  const exchange = openExchange(res, limits);
  const forms = environment.tokenForms;
  try {
    const upstream = await ask(environment, path, exchange);
    const streaming = endpoint.kind === 'log' && upstream.status < 300;
    exchange.headersArrived(streaming);
    checkStatus(upstream);
    if (streaming) {
      await streamLog(upstream, res, exchange, { forms, headOnly: req.method === 'HEAD' });
    } else {
      const body = await readChecked(upstream, limits.maxBytes, forms);
      sendAnswer(res, upstream.status, body, retryAfter(upstream));
    }
  } catch (error) {
    throw failureOf(error, exchange.signal);
  } finally {
    exchange.end();
  }
}

/** The upstream's request, built from nothing: these four headers and none of the client's. */
async function ask(environment: ProxyEnvironment, path: string, exchange: Exchange): Promise<UpstreamAnswer> {
  return environment.transport.send({
    path,
    signal: exchange.signal,
    headers: {
      accept: 'application/json',
      'accept-encoding': ACCEPTED_ENCODING,
      'user-agent': 'toloka-operations',
      authorization: environment.authorization.reveal(),
    },
  });
}

/** Throws a `Problem` for statuses that are no answer: redirects, which are never followed, and oddities. */
function checkStatus(upstream: UpstreamAnswer): void {
  const { status } = upstream;
  if (status >= 300 && status < 400) {
    throw new Problem(
      'UPSTREAM_REDIRECT',
      'The API sent a redirect, which is not followed, so that the token stays here. Check the configured URL.',
      { payload: { status } },
    );
  }
  if (status < 200 || status > 599) {
    throw new Problem('UPSTREAM_NOT_JSON', 'The API answered with a status that does not exist in HTTP.');
  }
}

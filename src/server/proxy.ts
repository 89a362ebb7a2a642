import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Endpoint } from '../toloka/endpoints.ts';
import { sendAnswer, sendApiAnswer, sendProblem, type ApiAnswer } from './answers.ts';
import { ClientLeft } from './exchange.ts';
import { internalProblem } from './failures.ts';
import { checkHost, checkMethod, checkNoBody, checkSameSite, ownNames, type OwnNames } from './guard.ts';
import { createKeptAnswers } from './keptAnswers.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Problem } from './problem.ts';
import { routeTemplate, type RequestLogEntry } from './requestLog.ts';
import { createSource, type ProxyEnvironment, type Source } from './source.ts';
import { readEndpoint, readTarget, upstreamPath, type Target } from './target.ts';

/** A Connect-style handler: what is not its own goes to `next`. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

export type ProxyOptions = {
  readonly environments: readonly ProxyEnvironment[];
  /** By which names the server may be called; left out, by those of this machine. */
  readonly names?: OwnNames;
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
  const { environments, names = ownNames('127.0.0.1'), log } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  const now = () => performance.now();
  const kept = createKeptAnswers<ApiAnswer>({ count: limits.keptCount, bytes: limits.keptBytes }, now);
  const sources = new Map(
    environments.map((environment) => [environment.name, createSource(environment, { limits, kept, now })]),
  );

  const lookUp = (name: string): Source => {
    const source = sources.get(name);
    if (source) return source;
    const known = [...sources.keys()].join(', ');
    throw new Problem('ENVIRONMENT_UNKNOWN', `There is no such environment here. There is: ${known}.`);
  };

  const answer = async (req: IncomingMessage, res: ServerResponse, own: string, target: ApiTarget) => {
    const started = performance.now();
    const time = new Date().toISOString();
    let endpoint: Endpoint | null = null;
    let code: string | null = null;
    try {
      checkMethod(req);
      checkSameSite(req, own);
      checkNoBody(req);
      const source = lookUp(target.environment);
      endpoint = readEndpoint(target.path);
      const question = {
        endpoint,
        path: upstreamPath(endpoint, target.query),
        client: req.socket.remoteAddress ?? '',
        fresh: wantsFresh(req),
        onLeave: (listener: () => void) => void res.once('close', listener),
      };
      if (endpoint.kind === 'log') await source.stream(question, res, req.method === 'HEAD');
      else sendApiAnswer(res, await source.read(question));
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
    let own = '';
    try {
      target = readTarget(req.url ?? '');
      // Balancers and containers probe by bare address. The answer says nothing, so it is given under any name.
      if (target.kind === 'health') checkMethod(req);
      else own = checkHost(req, names);
    } catch (error) {
      sendProblem(res, error instanceof Problem ? error : internalProblem(error));
      return;
    }
    if (target.kind === 'page') next();
    else if (target.kind === 'health') sendAnswer(res, { status: 200, body: '{"status":"ok"}' });
    else void answer(req, res, own, target);
  };
}

/** As a deliberate refresh says it: an answer of a second ago will not do (RFC 9111, 5.2.1.4). */
function wantsFresh(req: IncomingMessage): boolean {
  return /(?:^|[\s,])no-cache(?:$|[\s,])/i.test(req.headers['cache-control'] ?? '');
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from '../limits.ts';
import { PRODUCTION, serve, serveEnvironments, type Served } from './serve.ts';

type Answer = (res: ServerResponse, req: IncomingMessage) => void;

/** A proxy, as `production` and `sandbox`, in front of an upstream that answers as the test says. */
export type Scripted = {
  readonly proxy: Served;
  /** The paths that reached the upstream. */
  readonly asked: string[];
  /** From now on the upstream answers so. */
  readonly answerWith: (answer: Answer) => void;
  /** The same, with JSON. */
  readonly json: (status: number, body: unknown, headers?: Record<string, string>) => void;
  /** From now on answers are held back; `release` sends them all. */
  readonly hold: (body?: unknown) => { readonly waiting: ServerResponse[]; readonly release: () => void };
  readonly get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** Long enough that nothing is over within a test unless it waits for it. */
export const LONG = { keptMs: 60_000, keptTerminalMs: 60_000, gateMs: 60_000 };

/** Starts both; at first every question is answered with an empty list. */
export async function serveScripted(limits: Partial<Limits> = LONG): Promise<Scripted> {
  const asked: string[] = [];
  const type = { 'content-type': 'application/json' };
  let answer: Answer = (res) => res.writeHead(200, type).end('{"items":[]}');
  const upstream = await serve((req, res) => {
    asked.push(req.url ?? '');
    answer(res, req);
  });
  const production = { ...PRODUCTION, origin: upstream.origin };
  const proxy = await serveEnvironments([production, { ...production, name: 'sandbox' }], limits);
  return {
    proxy,
    asked,
    answerWith: (next) => {
      answer = next;
    },
    json: (status, body, headers = {}) => {
      answer = (res) => res.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
    },
    hold: (body = { items: [] }) => {
      const waiting: ServerResponse[] = [];
      answer = (res) => waiting.push(res);
      const release = () => {
        for (const res of waiting.splice(0)) res.writeHead(200, type).end(JSON.stringify(body));
      };
      return { waiting, release };
    },
    get: (path, headers = {}, method = 'GET') => fetch(proxy.origin + path, { headers, method }),
    close: async () => {
      await proxy.close();
      await upstream.close();
    },
  };
}

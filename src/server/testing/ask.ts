import { rawRequest, requestText, type RawAnswer } from './rawRequest.ts';

type Options = { readonly method?: string; readonly version?: string };

/** An answer with the code of its problem, if it is one. `result` is `[status, code]`. */
export type Asked = RawAnswer & { readonly code: unknown; readonly result: readonly unknown[] };

/** Asks the server on a port by hand-written requests; without `headers` under its own name. */
export function createAsk(port: () => number) {
  return async (
    target: string,
    headers: readonly string[] = [`Host: 127.0.0.1:${port()}`],
    options: Options = {},
  ): Promise<Asked> => {
    const answer = await rawRequest(port(), requestText(target, headers, options));
    const body: unknown = answer.body.startsWith('{') ? JSON.parse(answer.body) : {};
    const code = (body as { code?: unknown }).code ?? null;
    return { ...answer, code, result: [answer.status, code] };
  };
}

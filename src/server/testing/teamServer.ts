import { MACHINE_ONLY, type Config } from '../config.ts';
import { createApplication } from '../main.ts';
import { createAsk } from './ask.ts';
import { rawRequest, type RawAnswer } from './rawRequest.ts';
import { serve } from './serve.ts';

export const TEAM_KEY = 'SENTINEL-key-0123456789-abcdef';
export const TEAM_ORIGIN = 'https://ops.example';

/** A server for a team with the demo, reached as `https://ops.example`, as if TLS had been taken off before it. */
export type TeamServer = {
  readonly port: number;
  readonly ask: ReturnType<typeof createAsk>;
  /** Posts a form as a browser does; without `headers` from this server's own page. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: readonly string[],
  ) => Promise<RawAnswer>;
  readonly close: () => Promise<void>;
};

/** Starts one; what is not the API's is answered with `the site`. */
export async function openTeamServer(access: Config['access']): Promise<TeamServer> {
  const environments = [{ kind: 'emulator', name: 'demo' }] as const;
  const config = { ...MACHINE_ONLY, access, publicOrigins: [TEAM_ORIGIN], environments };
  const application = createApplication(config);
  const { port, close } = await serve((req, res) => application.handler(req, res, () => res.end('the site')));
  return {
    port,
    ask: createAsk(() => port),
    post(path, fields, headers = [`Origin: ${TEAM_ORIGIN}`, 'Sec-Fetch-Site: same-origin']) {
      const body = new URLSearchParams(fields).toString();
      const head = [
        `POST ${path} HTTP/1.1`,
        ...(headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: ops.example']),
        'Connection: close',
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length}`,
        ...headers,
      ];
      return rawRequest(port, `${head.join('\r\n')}\r\n\r\n${body}`);
    },
    async close() {
      await close();
      await application.close();
    },
  };
}

/** The `Cookie` header that a browser sends after an answer, beside a cookie of somebody else's. */
export function sessionOf(answer: RawAnswer): string {
  return `Cookie: other=1; ${answer.headers['set-cookie']?.split(';')[0]}`;
}

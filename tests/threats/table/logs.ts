import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect } from 'vitest';
import { LONG_LOG_BYTES } from '../../../src/server/testing/faultUpstream.ts';
import { SENTINEL } from '../../../src/server/testing/serve.ts';
import type { Home } from '../homes.ts';
import { attempt, expectErrorShape, LIST, type Threat } from './threat.ts';

/** What is streamed, and what must not fill the memory: rows 14, 17 and 18. */

/** Opens a log and counts it; `cut` tells whether the connection broke before the end. */
async function readLog(
  home: Home,
  id: string,
): Promise<{ status: number; text: string; bytes: number; cut: boolean }> {
  const asking = request({ port: home.port, host: '127.0.0.1', path: `${LIST}/${id}/log` }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (text.length < 100_000) text += chunk.toString('latin1');
  });
  const cut = await new Promise<boolean>((resolve) => {
    response.on('end', () => resolve(false)).on('error', () => resolve(true));
  });
  return { status: response.statusCode ?? 0, text, bytes, cut };
}

const MB = 1024 * 1024;

/** How many bytes more than before the home has in use at most while something happens. */
async function addedMemory(home: Home, work: () => Promise<unknown>): Promise<number> {
  const before = Number(await home.probe('memory-start'));
  await work();
  return Number(await home.probe('memory-peak')) - before;
}

export const LOG_THREATS: readonly Threat[] = [
  {
    row: 14,
    id: 'T-HUGE',
    title: 'a log of 64 MB passes whole in less than 32 MB of memory',
    async run(home) {
      const added = await addedMemory(home, async () => {
        const { status, bytes, cut } = await readLog(home, 'log-long');
        expect([status, bytes, cut]).toEqual([200, LONG_LOG_BYTES, false]);
      });
      expect(added).toBeLessThan(32 * MB);
    },
  },
  {
    row: 14,
    id: 'T-HUGE',
    title: 'answers without end take no more memory than their limit',
    async run(home) {
      const all = () => Promise.all(['huge', 'bomb', 'huge'].map((id) => attempt(home, `${LIST}/${id}`)));
      expect(await addedMemory(home, all)).toBeLessThan(32 * MB);
    },
  },
  ...(['log-cut', 'log-half', 'log-stall', 'cut-chunked', 'cut-length'] as const).map((mode): Threat => ({
    row: 14,
    id: 'T-HANG',
    title: `a log that breaks off (${mode}) is visible as cut off`,
    async run(home) {
      const { status, cut } = await readLog(home, mode);
      expect([status, cut]).toEqual([200, true]);
    },
  })),
  {
    row: 14,
    id: 'T-HANG',
    title:
      'and so it is to HTTP/1.0, where without chunks the end of the connection would be the end of the log',
    async run(home) {
      const own = [`Host: 127.0.0.1:${home.port}`];
      const old = attempt(home, `${LIST}/log-stall/log`, own, { version: '1.0' });
      await expect(old).rejects.toThrow('ECONNRESET');
    },
  },
  {
    row: 17,
    id: 'T-LEAK',
    title: 'the token never passes in a log, not even in pieces',
    async run(home) {
      const { text, cut } = await readLog(home, 'log-echo-split');
      expect([cut, text.length > 1000, text.includes(SENTINEL.slice(0, 10))]).toEqual([true, true, false]);
    },
  },
  {
    row: 18,
    id: 'T-ERRSHAPE',
    title: 'a log that does not begin well is an error as for the others',
    async run(home) {
      for (const [mode, status] of [
        ['error-404', 404],
        ['html-200', 502],
        ['html-as-json', 502],
        ['empty', 502],
        ['reset', 502],
        ['redirect-302', 502],
        ['echo-error', 502],
        ['hang', 504],
      ] as const) {
        const answer = await attempt(home, `${LIST}/${mode}/log`);
        expect([mode, answer.status]).toEqual([mode, status]);
        expectErrorShape(answer.body);
      }
      for (const mode of ['log-spaces', 'gzip', 'created'] as const) {
        const { cut, text } = await readLog(home, mode);
        expect([cut, JSON.stringify(JSON.parse(text)).includes('"op-1"')]).toEqual([false, true]);
      }
    },
  },
];

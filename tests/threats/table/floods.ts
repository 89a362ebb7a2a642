import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'vitest';
import { attempt, freshList, hostHeader, LIST, type Threat } from './threat.ts';

/** Too much of everything: rows 13 and 22. */

const SANDBOX = LIST.replace('production', 'sandbox');
const VITE_SWEEP =
  'Vite makes the server, and node then looks for slow clients every 30 s only, so they are cut later.';

const slow: Threat = {
  row: 13,
  id: 'T-SLOW',
  title: 'clients that never finish their request are cut, and hold up nobody meanwhile',
  differs: { dev: VITE_SWEEP, preview: VITE_SWEEP },
  async run(home) {
    const head = `GET ${LIST} HTTP/1.1\r\n${hostHeader(home)}\r\nX: `;
    const sockets = Array.from({ length: 40 }, () => connect(home.port, '127.0.0.1'));
    const ends = sockets.map(async (socket: Socket) => {
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk))).on('error', () => undefined);
      socket.write(head);
      await once(socket, 'close');
      return text.split('\r\n')[0];
    });
    expect((await attempt(home, freshList())).status).toBe(200);
    if (home.name !== 'built') {
      for (const socket of sockets) socket.destroy();
    }
    const want = home.name === 'built' ? 'HTTP/1.1 408 Request Timeout' : '';
    expect(new Set(await Promise.all(ends))).toEqual(new Set([want]));
  },
};

const gate: Threat = {
  row: 22,
  id: 'T-FLOOD',
  title: 'one 429 stops everybody’s questions to that environment, and to no other',
  async run(home) {
    const own = [hostHeader(home), 'Cache-Control: no-cache'];
    home.tls.statuses.push(429);
    const first = await home.ask(SANDBOX, own);
    expect([first.status, first.headers['retry-after']]).toEqual([429, '60']);
    home.tls.received.length = 0;
    for (const target of [SANDBOX, `${SANDBOX}/a`, `${SANDBOX}/a/log`]) {
      const { result, headers } = await home.ask(target, own);
      expect(result).toEqual([429, 'TOO_MANY_REQUESTS']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(30);
    }
    expect(home.tls.received).toEqual([]);
    expect((await attempt(home, freshList())).status).toBe(200);
  },
};

const viewers: Threat = {
  row: 22,
  id: 'T-FLOOD',
  title: 'many viewers of one list are one question (how a storm of different ones ends: throttling.test.ts)',
  async run(home) {
    const before = home.upstream.requests.length;
    const list = freshList();
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, () => home.ask(list)));
    const seconds = (performance.now() - started) / 1000;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // An answer is given again for a second, and a busy machine may take longer for all of them.
    expect(home.upstream.requests.length - before).toBeLessThanOrEqual(1 + seconds);
  },
};

/** In the order in which they run: after them `sandbox` answers 429. */
export const FLOOD_THREATS: readonly Threat[] = [slow, viewers, gate];

import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createPoolTransport } from './poolTransport.ts';
import { serve } from './testing/serve.ts';
import { UpstreamError } from './transport.ts';

const never = () => new AbortController().signal;

test('a GET is sent again, once, when a kept connection had died', async () => {
  const served = new Map<Socket, number>();
  let requests = 0;
  const upstream = await serve((req, res) => {
    requests += 1;
    const count = (served.get(req.socket) ?? 0) + 1;
    served.set(req.socket, count);
    // As a balancer that forgets idle connections: the second request on any of them meets a closed door.
    if (count > 1) req.socket.resetAndDestroy();
    else res.end('{}');
  });
  const transport = createPoolTransport(upstream.origin, 400);
  for (const expected of [1, 3, 5]) {
    const answer = await transport.send({ path: '/', headers: {}, streamed: false, signal: never() });
    expect(answer.status).toBe(200);
    answer.body.resume();
    await new Promise((resolve) => answer.body.on('end', resolve));
    expect(requests).toBe(expected);
    // Until the pool has taken the connection back.
    await new Promise(setImmediate);
  }
  await transport.close();
  await upstream.close();
});

test('a fresh connection that is cut is not tried again', async () => {
  let requests = 0;
  const upstream = await serve((req) => {
    requests += 1;
    req.socket.resetAndDestroy();
  });
  const transport = createPoolTransport(upstream.origin, 400);
  await expect(transport.send({ path: '/', headers: {}, streamed: false, signal: never() })).rejects.toThrow(
    UpstreamError,
  );
  expect(requests).toBe(1);
  await transport.close();
  await upstream.close();
});

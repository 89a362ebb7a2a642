import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { limitConnections } from './connectionLimits.ts';

test('a server that somebody else has made gets the same limits, but for those that only its maker can set', () => {
  const server = createServer();
  limitConnections(server);
  const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = server;
  expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 12_000,
    maxConnections: 1024,
  });
});

/**
 * What specs may order of the servers under test, over a socket in the file system: `POST /stop` and `POST /start` (the
 * server at APP_PORT, with `?impatient` the one with short deadlines), `POST /wire?<how>` (how connections to the API
 * are treated).
 */
import { createServer } from 'node:http';
import { rmSync } from 'node:fs';

/**
 * Ways to treat a connection that asks the API for something: what is sent instead of an answer, if anything, before the
 * connection ends.
 */
const INSTEAD = {
  'bad-http': 'NONSENSE\r\n\r\n',
  'status-101': 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  'huge-header': `HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(200_000)}\r\n\r\n{}`,
};

/** How connections to the API are treated: `ok`, `refused`, `reset`, or one of those above. */
let wire = 'ok';

/** Whether the specs have ordered that connections break. */
export const isBroken = () => wire !== 'ok';

/** Does to a connection that has asked something what the specs have ordered. */
export function breakOff(client) {
  if (wire in INSTEAD) client.end(INSTEAD[wire]);
  else client.resetAndDestroy();
}

/** Takes orders at a path. `server` stops and starts, `gate` opens and closes; both give promises. */
export function takeOrders(at, { server, gate }) {
  rmSync(at, { force: true });
  const orders = {
    '/stop': () => server.stop(),
    '/start': (how) => server.start(how === 'impatient'),
    '/wire': async (how) => {
      if (wire === 'refused') await gate.open();
      wire = how;
      if (how === 'refused') await gate.close();
      else gate.cut();
    },
  };
  return createServer(async (req, res) => {
    const [path, how = ''] = (req.url ?? '').split('?');
    try {
      await orders[path](how);
      res.end('done');
    } catch (error) {
      res.writeHead(500).end(String(error));
    }
  }).listen(at);
}

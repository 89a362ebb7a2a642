import { request } from 'node:http';
import { ORDERS } from './ports.mjs';

/** How connections of the server to the API are treated. */
export type Wire = 'ok' | 'refused' | 'reset' | 'bad-http' | 'status-101' | 'huge-header';

/** Gives the servers under test an order (see `orders.mjs`) and waits until it is done. Throws when it cannot be. */
function order(what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: ORDERS, path: what, method: 'POST' }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => (text += piece));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`order ${what}: ${text}`)),
      );
    });
    sent.once('error', reject).end();
  });
}

/** Breaks, or mends, the connections between the server and the API. */
export const setWire = (how: Wire): Promise<void> => order(`/wire?${how}`);

/** Stops the dashboard's server, as an operator would. */
export const stopServer = (): Promise<void> => order('/stop');

/** Starts it again, at the same address; `impatient` with deadlines of a second instead of fifteen. */
export const startServer = (how: 'as ever' | 'impatient' = 'as ever'): Promise<void> =>
  order(how === 'impatient' ? '/start?impatient' : '/start');

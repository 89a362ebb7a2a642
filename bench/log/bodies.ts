import type { Emulator } from '../../src/emulator/emulator.ts';

/** A log's answer, made once and sent many times. */
export type LogBody = { readonly id: string; readonly items: number; readonly bytes: Uint8Array };

/** What the emulator calls the operation whose log has 100,000 items, 1,240 of them failed, in all 39 MB. */
const LARGEST = 'huge-log';
/** As a server would send it. */
const CHUNK_BYTES = 65_536;

/** The first `sizes` items of the emulator's largest log, each as a log of its own. */
export async function makeLogBodies(emulator: Emulator, sizes: readonly number[]): Promise<LogBody[]> {
  const request = new Request(`http://emulator/api/v1/operations/${LARGEST}/log`, {
    headers: { authorization: 'OAuth demo' },
  });
  const items = (await (await emulator.fetch(request)).json()) as readonly unknown[];
  return sizes.map((size) => {
    if (items.length < size) throw new RangeError(`the emulator’s largest log has ${items.length} items`);
    const text = JSON.stringify(items.slice(0, size));
    return { id: `bench-log-${size}`, items: size, bytes: new TextEncoder().encode(text) };
  });
}

let visits = 0;

/**
 * The same log under an operation's ID of its own: the server keeps the answer of an operation that has ended, so each visit
 * needs one that has not.
 */
export function forVisit(body: LogBody): LogBody {
  visits += 1;
  return { ...body, id: `${body.id}-visit-${visits}` };
}

/** Answers requests for these logs, and none else. */
export function answerLogs(bodies: readonly LogBody[]): (request: Request) => Response | null {
  return (request) => {
    const path = new URL(request.url).pathname.replace(/-visit-\d+(?=\/log$)/, '');
    const body = bodies.find(({ id }) => path.endsWith(`/${id}/log`));
    if (!body) return null;
    let at = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(body.bytes.slice(at, at + CHUNK_BYTES));
        at += CHUNK_BYTES;
        if (at >= body.bytes.length) controller.close();
      },
    });
    return new Response(stream, { headers: { 'content-type': 'application/json' } });
  };
}

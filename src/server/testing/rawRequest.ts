import { connect } from 'node:net';

/** An answer as it came over the socket. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Everything that was received, byte for byte (Latin-1). */
  readonly text: string;
};

/**
 * Sends bytes that no client library would send and collects the answer until the server closes. Rejects when the
 * connection fails.
 */
export function rawRequest(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(parseAnswer(received)));
    socket.write(text, 'latin1');
  });
}

/** The text of a request for `rawRequest`: each header is a line of its own, so names can be doubled or missing. */
export function requestText(
  target: string,
  headers: readonly string[],
  { method = 'GET', version = '1.1' } = {},
): string {
  const lines = [`${method} ${target} HTTP/${version}`, ...headers, 'Connection: close'];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const mark = line.indexOf(':');
      return [line.slice(0, mark).toLowerCase(), line.slice(mark + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1] ?? 0), headers, body: text.slice(end + 4), text };
}

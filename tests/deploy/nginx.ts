import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where nginx is on this machine; null when it is not there. */
export const NGINX =
  ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((at) =>
    existsSync(at),
  ) ?? null;

/** The project's example, `deploy/nginx.conf`, at work. */
export type Nginx = { readonly close: () => Promise<void> };

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  for (const server of servers) server.close();
  return ports;
}

/**
 * Starts nginx with the example as it is but for its ports and its certificate. `certificate`: a file with both the
 * certificate and its key. Throws when nginx does not take it.
 */
export async function startNginx(
  ports: { tls: number; plain: number; replicas: readonly number[] },
  certificate: string,
): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'toloka-nginx-'));
  // Started by root, its workers are another user.
  chmodSync(folder, 0o755);
  const example = readFileSync('deploy/nginx.conf', 'utf8');
  const exchanged: readonly (readonly [string, string])[] = [
    ['/etc/ssl/ops.example.com.pem', certificate],
    ['/etc/ssl/private/ops.example.com.key', certificate],
    ['127.0.0.1:4747', `127.0.0.1:${ports.replicas[0]}`],
    ['127.0.0.1:4748', `127.0.0.1:${ports.replicas[1]}`],
    ['listen 80;', `listen 127.0.0.1:${ports.plain};`],
    ['listen 443 ssl', `listen 127.0.0.1:${ports.tls} ssl`],
  ];
  for (const [from] of exchanged)
    if (!example.includes(from)) throw new Error(`deploy/nginx.conf lacks ${from}`);
  const site = exchanged.reduce((text, [from, to]) => text.replace(from, to), example);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(path.join(folder, 'site.conf'), site);
  copyFileSync('deploy/toloka-operations-proxy.conf', path.join(folder, 'toloka-operations-proxy.conf'));
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; worker_processes 1; error_log stderr warn;
events {} http { access_log off; ${temporary.join(' ')} include site.conf; }`,
  );
  mkdirSync(path.join(folder, 'logs'));
  const child = spawn(NGINX ?? '', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  await listening(ports.tls, child, () => said);
  return {
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  if (child.exitCode !== null) throw new Error(`nginx did not start: ${said()}`);
  const socket = connect(port, '127.0.0.1');
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (!connected) await listening(port, child, said);
}

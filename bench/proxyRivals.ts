import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from './processes.ts';

/** One way to put the token on a request, as a process of its own. */
export type Rival = {
  readonly name: string;
  /** Where it answers for `/production/api/v1/operations`. */
  readonly origin: string;
  /** CPU time that it has used since it started, in µs. */
  readonly cpu: () => number;
  readonly close: () => void;
};

/** A token that is none. */
const TOKEN = 'bench-token-0123456789';
const NGINX = '/usr/sbin/nginx';
const START_MS = 10_000;

/** The full policy: the built server, as `npm start` runs it. */
export async function fullPolicy(upstream: string, port: number): Promise<Rival> {
  const child = spawn(process.execPath, [path.resolve('dist/server/server.js')], {
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], PORT: String(port), TOLOKA_TOKEN: TOKEN, TOLOKA_URL: upstream },
  });
  return started('full policy', child, port);
}

/** What twenty lines of node:http do: every path, every header, both ways, nothing looked at. */
const BARE = `
import { Agent, createServer, request } from 'node:http';
const [upstream, port, token] = process.argv.slice(1);
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
createServer((req, res) => {
  const headers = { ...req.headers, authorization: 'OAuth ' + token };
  const url = upstream + req.url.replace('/production', '');
  const asked = request(url, { agent, method: req.method, headers }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  asked.on('error', () => res.destroy());
  req.pipe(asked);
}).listen(Number(port), '127.0.0.1');
`;

/** Bare forwarding with node:http. */
export async function bareForwarding(upstream: string, port: number): Promise<Rival> {
  const args = ['--input-type=module', '-e', BARE, upstream, String(port), TOKEN];
  return started('bare node:http', spawn(process.execPath, args, { stdio: 'ignore' }), port);
}

/** nginx with `proxy_pass` and connections kept alive; null when it is not installed. */
export async function nginx(upstream: string, port: number): Promise<Rival | null> {
  if (!existsSync(NGINX)) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'toloka-bench-nginx-'));
  const config = path.join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  upstream api { server ${new URL(upstream).host}; keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    location /healthz { return 200; }
    location /production/ {
      limit_except GET { deny all; }
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Authorization "OAuth ${TOKEN}";
      proxy_pass http://api/;
    }
  }
}
`,
  );
  const child = spawn(NGINX, ['-p', folder, '-c', config], { stdio: 'ignore' });
  const rival = await started('nginx', child, port);
  return {
    ...rival,
    close() {
      rival.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(name: string, child: ChildProcess, port: number): Promise<Rival> {
  const origin = `http://127.0.0.1:${port}`;
  const pid = child.pid ?? 0;
  const deadline = performance.now() + START_MS;
  while (!(await answers(`${origin}/healthz`))) {
    if (performance.now() > deadline || child.exitCode !== null) throw new Error(`${name} did not start`);
    await wait(50);
  }
  return { name, origin, cpu: () => cpuOf(pid), close: () => void child.kill() };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}

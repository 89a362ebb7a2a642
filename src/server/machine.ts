import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { SECRET_VARIABLES } from './environments.ts';
import type { TokenFile, TokenSources } from './tokens.ts';

/** Of a file, in bytes. What is longer is no token; and some files never end. */
const LONGEST = 64 * 1024;

/** What `readConfig` may ask of this machine. `root`: the project's folder, from which Vite serves in development. */
export function tokenSources(root: string): TokenSources {
  const served = ['src', 'public', 'node_modules', 'dist'];
  return {
    readFile: readTokenFile,
    stampOf,
    servedFolders: served.map((folder) => path.join(root, folder)),
  };
}

/** By the file itself behind any links: Kubernetes swaps a link to replace a mounted secret. */
function stampOf(file: string): string | null {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = statSync(file);
    return [dev, ino, size, mtimeMs, ctimeMs].join(' ');
  } catch {
    return null;
  }
}

/**
 * Reads a file and its permissions through one handle, so that both are of the same file. Throws as `fs` does, with
 * `EFBIG` from 64 KiB on.
 */
function readTokenFile(file: string): TokenFile {
  const handle = openSync(file, 'r');
  try {
    const { mode, uid } = fstatSync(handle);
    const text = readStart(handle);
    if (process.platform === 'win32') return { text, mode: null };
    return { text, mode, rootsOwn: uid === 0 && process.geteuid?.() !== 0 };
  } finally {
    closeSync(handle);
  }
}

function readStart(handle: number): string {
  const buffer = Buffer.alloc(LONGEST);
  let length = 0;
  while (length < LONGEST) {
    const read = readSync(handle, buffer, length, LONGEST - length, null);
    if (read === 0) break;
    length += read;
    if (length === LONGEST) throw Object.assign(new Error('too long for a token'), { code: 'EFBIG' });
  }
  return buffer.toString('utf8', 0, length);
}

/** Takes the secrets out of a process' environment, so that no child process and no crash report inherits them. */
export function forgetSecrets(env: NodeJS.ProcessEnv): void {
  for (const name of SECRET_VARIABLES) Reflect.deleteProperty(env, name);
}

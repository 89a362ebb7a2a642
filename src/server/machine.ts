import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TOKEN_VARIABLES } from './environments.ts';
import type { TokenFile, TokenSources } from './tokens.ts';

/** What `readConfig` may ask of this machine. `root`: the project's folder, from which Vite serves in development. */
export function tokenSources(root: string): TokenSources {
  const served = ['src', 'public', 'node_modules', 'dist'];
  return { readFile: readTokenFile, servedFolders: served.map((folder) => path.join(root, folder)) };
}

/** Reads a file and its permissions through one handle, so that both are of the same file. Throws as `fs` does. */
function readTokenFile(file: string): TokenFile {
  const handle = openSync(file, 'r');
  try {
    const mode = process.platform === 'win32' ? null : fstatSync(handle).mode;
    return { text: readFileSync(handle, 'utf8'), mode };
  } finally {
    closeSync(handle);
  }
}

/** Takes the tokens out of a process' environment, so that no child process and no crash report inherits them. */
export function forgetTokens(env: NodeJS.ProcessEnv): void {
  for (const name of TOKEN_VARIABLES) Reflect.deleteProperty(env, name);
}

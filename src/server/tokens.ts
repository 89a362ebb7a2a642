import path from 'node:path';
import { bad, good, type Fault, type Reading } from './faults.ts';
import { Secret } from './secret.ts';

/** A token file as the injected reader gives it. `mode` is null where permissions have no such bits (Windows). */
export type TokenFile = { readonly text: string; readonly mode: number | null };

/** What reading a token needs of the machine. `readFile` throws as `fs.readFileSync` does. */
export type TokenSources = {
  readonly readFile: (file: string) => TokenFile;
  /** Folders whose files a development server hands out: no token may lie there. */
  readonly servedFolders: readonly string[];
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads a token from its variable or from the file that `${name}_FILE` names; null when neither is set. An empty
 * variable counts as not set, as container tools write it. Never throws, and no fault holds any part of the token.
 */
export function readToken(env: Env, name: string, sources: TokenSources): Reading<Secret | null> {
  const direct = env[name];
  const file = env[`${name}_FILE`];
  if (direct && file) {
    return bad(`${name}_FILE`, `is set, and so is ${name}`, 'Set only one of them');
  }
  if (direct) return checked(name, direct);
  if (!file) return good(null);
  const resolved = path.resolve(file);
  const misplaced = faultOfPlace(`${name}_FILE`, resolved, sources.servedFolders);
  if (misplaced) return { ok: false, fault: misplaced };
  try {
    const { text, mode } = sources.readFile(resolved);
    if (mode !== null && (mode & 0o077) !== 0) {
      return bad(
        `${name}_FILE`,
        `names a file that other users can read (mode ${(mode & 0o777).toString(8)})`,
        `Run: chmod 600 ${file}`,
      );
    }
    return checked(`${name}_FILE`, text);
  } catch (error) {
    return bad(`${name}_FILE`, `names a file that cannot be read (${codeOf(error)})`, 'Check the path');
  }
}

function checked(name: string, text: string): Reading<Secret> {
  const token = text.trim();
  // A line break in a header value makes `fetch` throw an error that holds the token, so nothing but one word passes.
  if (/^[\x21-\x7e]+$/.test(token)) return good(new Secret(token));
  return bad(
    name,
    token === '' ? 'holds no token' : 'holds something that is not one word of ASCII characters',
    'Give the token alone, without OAuth or ApiKey before it',
  );
}

function faultOfPlace(name: string, file: string, folders: readonly string[]): Fault | null {
  const folder = folders.find((candidate) => !path.relative(candidate, file).startsWith('..'));
  if (folder === undefined || path.isAbsolute(path.relative(folder, file))) return null;
  const reason = 'names a file inside a folder that the development server serves';
  return { name, reason, mend: 'Move it out of the project' };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown reason';
}

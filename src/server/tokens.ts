import path from 'node:path';
import { bad, good, type Fault, type Reading } from './faults.ts';
import { Secret } from './secret.ts';

/** A file that holds a secret, as the injected reader gives it. */
export type TokenFile = {
  readonly text: string;
  /** Its permissions; null where they have no such bits (Windows). */
  readonly mode: number | null;
  /** Whether it is root's while this process is not: then its group may read it (see `readableByOthers`). */
  readonly rootsOwn?: boolean;
};

/** What reading a secret needs of the machine. `readFile` throws as `fs.readFileSync` does. */
export type TokenSources = {
  readonly readFile: (file: string) => TokenFile;
  /** Differs whenever the file has been replaced or written; null when it cannot be told. Never throws. */
  readonly stampOf: (file: string) => string | null;
  /** Folders whose files a development server hands out: no secret may lie there. */
  readonly servedFolders: readonly string[];
};

/** A token's file, to be looked at again while the server runs. Neither call throws. */
export type TokenFileWatch = {
  /** The variable that names it. */
  readonly variable: string;
  /** As `TokenSources.stampOf`. */
  readonly stamp: () => string | null;
  /** Reads it again, with every check of the start. */
  readonly read: () => Reading<Secret>;
};

type Env = Readonly<Record<string, string | undefined>>;

/** What is wrong with a secret's text, and the mend; null when nothing is. */
type Check = (text: string) => { readonly reason: string; readonly mend: string } | null;

/**
 * Reads a token from its variable or from the file that `${name}_FILE` names; null when neither is set. An empty
 * variable counts as not set, as container tools write it. Never throws, and no fault holds any part of the token.
 */
export function readToken(env: Env, name: string, sources: TokenSources): Reading<Secret | null> {
  return readSecret(env, name, sources, (token) => {
    // A line break in a header value makes `fetch` throw an error that holds the token: nothing but one word passes.
    if (/^[\x21-\x7e]+$/.test(token)) return null;
    const reason =
      token === '' ? 'holds no token' : 'holds something that is not one word of ASCII characters';
    return { reason, mend: 'Give the token alone, without OAuth or ApiKey before it' };
  });
}

/** The file that `readToken` read the token from; null when it came from the variable itself or there is none. */
export function tokenFile(env: Env, name: string, sources: TokenSources): TokenFileWatch | null {
  const variable = `${name}_FILE`;
  const file = env[variable];
  if (env[name] || !file) return null;
  const resolved = path.resolve(file);
  return {
    variable,
    stamp: () => sources.stampOf(resolved),
    read() {
      const reading = readToken({ [variable]: resolved }, name, sources);
      if (!reading.ok) return reading;
      return reading.value ? good(reading.value) : bad(variable, 'holds no token', 'Write the token into it');
    },
  };
}

/** As `readToken`, for a secret that `check` accepts; it gets the text without the spaces and line ends around it. */
export function readSecret(
  env: Env,
  name: string,
  sources: TokenSources,
  check: Check,
): Reading<Secret | null> {
  const direct = env[name];
  const file = env[`${name}_FILE`];
  if (direct && file) {
    return bad(`${name}_FILE`, `is set, and so is ${name}`, 'Set only one of them');
  }
  if (direct) return checked(name, direct, check);
  if (!file) return good(null);
  const resolved = path.resolve(file);
  const misplaced = faultOfPlace(`${name}_FILE`, resolved, sources.servedFolders);
  if (misplaced) return { ok: false, fault: misplaced };
  try {
    const found = sources.readFile(resolved);
    if (found.mode !== null && readableByOthers(found.mode, found.rootsOwn ?? false)) {
      return bad(
        `${name}_FILE`,
        `names a file that other users can read (mode ${(found.mode & 0o777).toString(8)})`,
        `Run: chmod 600 ${file}`,
      );
    }
    return checked(`${name}_FILE`, found.text, check);
  } catch (error) {
    return bad(`${name}_FILE`, `names a file that cannot be read: ${wordsOf(error)}`, 'Check the path');
  }
}

/**
 * PostgreSQL's rule for its key file: nobody but the owner, or, when root owns the file, the group as well. That is
 * how systemd's `LoadCredential=` (an ACL, which shows as the group's) and Kubernetes' `fsGroup` hand secrets out.
 */
function readableByOthers(mode: number, rootsOwn: boolean): boolean {
  return (mode & (rootsOwn ? 0o037 : 0o077)) !== 0;
}

function checked(name: string, raw: string, check: Check): Reading<Secret> {
  const text = raw.trim();
  const wrong = check(text);
  return wrong ? bad(name, wrong.reason, wrong.mend) : good(new Secret(text));
}

function faultOfPlace(name: string, file: string, folders: readonly string[]): Fault | null {
  const folder = folders.find((candidate) => !path.relative(candidate, file).startsWith('..'));
  if (folder === undefined || path.isAbsolute(path.relative(folder, file))) return null;
  const reason = 'names a file inside a folder that the development server serves';
  return { name, reason, mend: 'Move it out of the project' };
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none of that name',
  ENOTDIR: 'there is none of that name',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EISDIR: 'it is a folder',
  EFBIG: 'it is too large',
};

/** Never the error's own message: it could quote what was read. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return `${WORDS[code] ?? 'an unknown reason'} (${code || 'no code'})`;
}

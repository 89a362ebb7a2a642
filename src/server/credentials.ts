import { Secret } from './secret.ts';
import { tokenForms } from './tokenForms.ts';
import type { TokenFileWatch } from './tokens.ts';

/** A token as it is now, ready for use. */
export type Credential = {
  /** Rises with each new token: what was learned with an older one (answers, a closed gate) counts no longer. */
  readonly generation: number;
  /** The whole `Authorization` header. */
  readonly authorization: Secret;
  /** What must never stand in an answer (see `tokenForms`). */
  readonly tokenForms: readonly Buffer[];
};

/** Where an environment's credential comes from. */
export type Credentials = {
  /** The credential to use now; looks at the token's file at most once a second, or at once when `fresh`. */
  readonly current: (fresh: boolean) => Credential;
  /** After a 401: reads the file at once. Gives a credential that is newer than the refused one, or null. */
  readonly renewed: (refused: Credential) => Credential | null;
};

/** A credential that never changes: a token from a variable, or the emulator's public one. */
export function fixedCredentials(credential: Credential): Credentials {
  return { current: () => credential, renewed: () => null };
}

/** The credential of a token and its scheme. */
export function credentialOf(scheme: string, token: Secret, generation = 0): Credential {
  return {
    generation,
    authorization: new Secret(`${scheme} ${token.reveal()}`),
    tokenForms: tokenForms(scheme, token),
  };
}

export type WatchedToken = {
  readonly scheme: string;
  /** The token as it was when the server started. */
  readonly token: Secret;
  readonly file: TokenFileWatch;
  /** How often the file is looked at while it is used, in ms. */
  readonly checkMs: number;
  /** Told one line, without any part of a token, when a new token is taken or a bad file is not. */
  readonly warn: (line: string) => void;
  /** Monotonic, in ms. */
  readonly now: () => number;
};

/**
 * The credential of a token file that may be replaced while the server runs. The new file passes every check of the
 * start (permissions, place, form); one that does not leaves the old token in use. Never throws.
 */
export function watchedCredentials({
  scheme,
  file,
  checkMs,
  warn,
  now,
  ...start
}: WatchedToken): Credentials {
  let token = start.token;
  let credential = credentialOf(scheme, token);
  // Unknown at first: the file may have been replaced between the start and the first use.
  let stamp: string | null = null;
  let checked = -Infinity;
  let complaint = '';

  const read = () => {
    const reading = file.read();
    if (!reading.ok) {
      const { name, reason, mend } = reading.fault;
      const line = `${name} ${reason}. ${mend}. The token that was read before stays in use.`;
      if (line !== complaint) warn(line);
      complaint = line;
      return;
    }
    complaint = '';
    if (reading.value.reveal() === token.reveal()) return;
    token = reading.value;
    credential = credentialOf(scheme, token, credential.generation + 1);
    warn(`${file.variable}: a new token was read and is used from now on.`);
  };

  return {
    current(fresh) {
      const time = now();
      if (!fresh && time - checked < checkMs) return credential;
      checked = time;
      const found = file.stamp();
      if (found !== stamp || found === null) read();
      stamp = found;
      return credential;
    },
    renewed(refused) {
      read();
      return credential.generation > refused.generation ? credential : null;
    },
  };
}

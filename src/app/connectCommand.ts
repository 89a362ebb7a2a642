/** What to type to start the server with an account's key. */
export type ConnectCommand = {
  /** Where the key is kept. */
  readonly file: string;
  /** What keeps others from reading that file; null where it needs nothing. */
  readonly protect: string | null;
  /** Starts the server. */
  readonly start: string;
};

/** The commands for a server that was started by `start`, in PowerShell on Windows, else in any other shell. */
export function connectCommand(start: string, windows: boolean): ConnectCommand {
  if (windows) {
    const file = '$HOME\\toloka-token';
    const set = `$env:TOLOKA_AUTH_SCHEME="ApiKey"; $env:TOLOKA_TOKEN_FILE="${file}"`;
    return { file, protect: null, start: `${set}; ${start}` };
  }
  const file = '~/toloka-token';
  return {
    file,
    protect: `chmod 600 ${file}`,
    start: `TOLOKA_AUTH_SCHEME=ApiKey TOLOKA_TOKEN_FILE=${file} ${start}`,
  };
}

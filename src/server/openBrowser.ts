import { spawn } from 'node:child_process';

/** Programs that open an address as a click on it would, each with what stands before the address. No shell reads it. */
const OPENERS: Readonly<Record<string, readonly [program: string, ...before: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
const OTHERWISE = ['xdg-open'] as const;

/**
 * Opens an address in the person's browser, which lives on without this process. Calls `failed` when that does not work,
 * as on a machine without a screen. Never throws.
 */
export function openBrowser(url: string, failed: () => void): void {
  const [program, ...before] = OPENERS[process.platform] ?? OTHERWISE;
  const child = spawn(program, [...before, url], { detached: true, stdio: 'ignore' });
  child.once('error', failed);
  child.once('exit', (code) => {
    if (code) failed();
  });
  child.unref();
}

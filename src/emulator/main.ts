import { createEmulator } from './emulator.ts';
import { serveEmulator } from './serve.ts';
import { readSettings } from './settings.ts';

/** `npm run emulator`: the emulator alone, on loopback, with its control API. Bad settings or a taken port: exit 2. */
async function main(): Promise<void> {
  const { port, seed } = readSettings(process.env);
  const server = await serveEmulator(createEmulator({ seed, control: true }), port);
  console.log(`Toloka API emulator: ${server.origin} (Authorization: OAuth demo)`);
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    taken ? `The emulator's port is taken. Choose another one with EMULATOR_PORT. (${reason})` : reason,
  );
  process.exitCode = 2;
});

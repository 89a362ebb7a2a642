/** Where the servers under test listen: E2E_PORT and the two ports after it. */
export const APP_PORT = Number(process.env.E2E_PORT ?? 5590);
export const EMULATOR_PORT = APP_PORT + 1;
export const GATE_PORT = APP_PORT + 2;

/** The token that the server under test holds for `production`. It must be found nowhere else. */
export const TOKEN = 'SENTINEL-y0rick-7f3a9c41e8';

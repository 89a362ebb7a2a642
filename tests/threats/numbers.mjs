/**
 * The homes under test run the real code with other numbers: this plugin puts shorter limits into `limits.ts` and
 * `connectionLimits.ts` while they are built or loaded, so that no way to set them has to exist in the code itself.
 */
const NUMBERS = {
  'src/server/limits.ts': {
    connectMs: 1_000,
    headersMs: 1_000,
    totalMs: 1_500,
    maxBytes: 64 * 1024,
    maxLogBytes: 80 * 1024 * 1024,
    logIdleMs: 800,
    tokenCheckMs: 0,
    gateMs: 60_000,
    askedPerSecond: 1e6,
    clientPerSecond: 1e6,
    askedBurst: 1e6,
  },
  'src/server/connectionLimits.ts': {
    headersTimeout: 600,
    requestTimeout: 900,
    connectionsCheckingInterval: 100,
  },
};

export function testNumbers() {
  return {
    name: 'test-numbers',
    enforce: 'pre',
    transform(code, id) {
      const file = Object.keys(NUMBERS).find((each) => id.split('?')[0].endsWith(each));
      if (!file) return null;
      const changed = code.replace(/\n\} as const/, `\n...${JSON.stringify(NUMBERS[file])},$&`);
      if (changed === code) throw new Error(`${file} has another form than the tests know`);
      return changed;
    },
  };
}

import { afterAll, beforeAll, describe } from 'vitest';
import { accountHarness, accountToken, emulatorHarness, proxyHarness, type Harness } from './harness.ts';
import { describeList } from './listBattery.ts';
import { describeOperation } from './operationBattery.ts';

/**
 * One battery about the API's behaviour, with literal expectations, for every implementation of it. What all three
 * harnesses agree on cannot be a fact that only our own code believes in.
 */
function battery(name: string, create: () => Promise<Harness>, enabled = true): void {
  describe.runIf(enabled)(name, () => {
    let made: Harness | undefined;
    const harness = () => {
      if (!made) throw new Error('the harness is made before the tests');
      return made;
    };
    beforeAll(async () => {
      made = await create();
    });
    afterAll(() => made?.close());
    describe('list', () => describeList(harness));
    describe('operation', () => describeOperation(harness));
  });
}

const account = accountToken(process.env) !== '';

battery('the emulator', emulatorHarness);
battery('the emulator through the proxy', proxyHarness);
battery(
  account ? 'a real account' : 'a real account (set TOLOKA_CONTRACT_TOKEN to run this)',
  () => accountHarness(process.env),
  account,
);

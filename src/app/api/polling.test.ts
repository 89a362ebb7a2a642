import { describe, expect, test } from 'vitest';
import { RequestFailure } from './failure.ts';
import { beginAnew, operationInterval, patientUntil } from './operationPolling.ts';
import { listInterval, type Polled } from './polling.ts';

/** A query as react-query would keep it, moved by hand: an answer with data, or a failure. */
function fakeQuery(hash = 'one') {
  const state = {
    data: undefined as unknown,
    error: null as Error | null,
    status: 'pending' as 'pending' | 'success' | 'error',
    dataUpdateCount: 0,
    errorUpdateCount: 0,
    errorUpdatedAt: 0,
    dataUpdatedAt: 0,
  };
  const polled: Polled = { queryHash: hash, state };
  return {
    polled,
    answer(data: unknown, at = 0) {
      Object.assign(state, { data, error: null, status: 'success', dataUpdatedAt: at });
      state.dataUpdateCount += 1;
    },
    fail(facts: { status?: number | null; retryAfterMs?: number | null; at?: number } = {}) {
      const { status = 503, retryAfterMs = null, at = 0 } = facts;
      Object.assign(state, {
        error: new RequestFailure({ status, code: 'X', message: 'x', retryAfterMs }),
        status: 'error',
        errorUpdatedAt: at,
      });
      state.errorUpdateCount += 1;
    },
  };
}

/** Asserts a wait of `ms` give or take a fifth. */
function expectAbout(wait: number | false, ms: number) {
  expect(wait).toBeGreaterThanOrEqual(ms * 0.8);
  expect(wait).toBeLessThanOrEqual(ms * 1.2);
}

describe('one operation', () => {
  test('is asked for a second after it changed, and ever more rarely while it does not', () => {
    const query = fakeQuery();
    const same = { progress: 10 };
    query.answer(same);
    expectAbout(operationInterval(query.polled, false), 1000);
    const waits: (number | false)[] = [];
    for (let i = 0; i < 10; i++) {
      query.answer(same);
      waits.push(operationInterval(query.polled, false));
    }
    expectAbout(waits[0] ?? false, 1500);
    expectAbout(waits[1] ?? false, 2250);
    expectAbout(waits[2] ?? false, 3375);
    expectAbout(waits[9] ?? false, 15_000);
    query.answer({ progress: 11 });
    expectAbout(operationInterval(query.polled, false), 1000);
  });

  test('is never asked for again once it has ended', () => {
    const query = fakeQuery();
    query.answer({});
    expect(operationInterval(query.polled, true)).toBe(false);
  });
});

describe('the list', () => {
  test('is asked for every 5 s while something runs, else every 30 s, however often nothing changed', () => {
    const query = fakeQuery();
    const same = {};
    for (let i = 0; i < 10; i++) query.answer(same);
    expectAbout(listInterval(query.polled, true), 5000);
    expectAbout(listInterval(query.polled, false), 30_000);
  });
});

test('the wait stays the same until the next answer, because react-query asks at every render', () => {
  const query = fakeQuery();
  query.answer({});
  const first = listInterval(query.polled, true);
  expect([1, 2, 3].map(() => listInterval(query.polled, true))).toEqual([first, first, first]);
  query.fail();
  const failed = listInterval(query.polled, true);
  expect([1, 2, 3].map(() => listInterval(query.polled, true))).toEqual([failed, failed, failed]);
});

test('waits are spread over the fifth above and below, so that tabs do not ask at one moment', () => {
  const waits = Array.from({ length: 400 }, (_, index) => {
    const query = fakeQuery(`query ${index}`);
    query.fail();
    return Number(operationInterval(query.polled, false));
  });
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1600);
  expect(Math.max(...waits)).toBeLessThanOrEqual(2400);
  expect(Math.min(...waits)).toBeLessThan(1700);
  expect(Math.max(...waits)).toBeGreaterThan(2300);
});

test('tabs that look at one list ask for it within half a second of each other, whenever they were opened', () => {
  const next = Array.from({ length: 400 }, (_, index) => {
    const query = fakeQuery(`query ${index}`);
    const at = 1_000_000_000_000 + index * 10;
    query.answer({}, at);
    return at + Number(listInterval(query.polled, true));
  });
  // Opened over 4 s; the last second before a round is too late for it, and waits for the next.
  const [first, second] = [1_000_000_005_000, 1_000_000_010_000];
  expect(next.every((at) => (at >= first && at <= first + 500) || (at >= second && at <= second + 500))).toBe(
    true,
  );
  expect(Math.max(...next.map((at, index) => at - 1_000_000_000_000 - index * 10))).toBeLessThanOrEqual(6500);
});

test('each failure in a row doubles the wait, from 2 s up to a minute, and an answer ends that', () => {
  const query = fakeQuery();
  query.answer({});
  const expected = [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000];
  listInterval(query.polled, true);
  for (const ms of expected) {
    query.fail();
    expectAbout(listInterval(query.polled, true), ms);
  }
  query.answer({});
  expectAbout(listInterval(query.polled, true), 5000);
  query.fail();
  expectAbout(listInterval(query.polled, true), 2000);
});

test('a first request that fails is tried again after 2 s', () => {
  const query = fakeQuery();
  query.fail({ status: null });
  expectAbout(operationInterval(query.polled, false), 2000);
});

test('a server that names a time is not asked before it', () => {
  const query = fakeQuery();
  query.fail({ status: 429, retryAfterMs: 90_000 });
  expect(listInterval(query.polled, true)).toBe(90_000);
  const quick = fakeQuery();
  quick.fail({ status: 429, retryAfterMs: 1 });
  expectAbout(listInterval(quick.polled, true), 2000);
});

test.each([401, 403, 400])('an answer of %d is final: only a person can change it', (status) => {
  const query = fakeQuery();
  query.fail({ status });
  expect(listInterval(query.polled, true)).toBe(false);
  expect(operationInterval(query.polled, false)).toBe(false);
});

test('a failure to refresh what has ended is not followed by another try: that is for a person to ask for', () => {
  const query = fakeQuery();
  query.answer({});
  operationInterval(query.polled, true);
  query.fail();
  expect(operationInterval(query.polled, true)).toBe(false);
});

describe('an ID that is not known', () => {
  /** Asks whenever the rule says so, from `at` on; returns the instants of all asks. */
  function askUntilTheEnd(query: ReturnType<typeof fakeQuery>, at: number): number[] {
    const asked = [at];
    query.fail({ status: 404, at });
    for (let now = at; ;) {
      const wait = operationInterval(query.polled, false);
      if (wait === false) return asked;
      now += wait;
      asked.push(now);
      query.fail({ status: 404, at: now });
    }
  }

  test('is asked again with growing waits, for exactly a minute, and then no more', () => {
    const query = fakeQuery();
    const asked = askUntilTheEnd(query, 5000);
    const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expectAbout(waits[0] ?? false, 1000);
    expectAbout(waits[1] ?? false, 2000);
    expectAbout(waits[2] ?? false, 4000);
    expectAbout(waits[3] ?? false, 8000);
    expect(asked.at(-1)).toBe(65_000);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(patientUntil(query.polled)).toBe(65_000);
  });

  test('is asked for another minute by whoever asks by hand', () => {
    const query = fakeQuery();
    askUntilTheEnd(query, 0);
    expect(operationInterval(query.polled, false)).toBe(false);
    beginAnew(query.polled);
    expect(askUntilTheEnd(query, 100_000).at(-1)).toBe(160_000);
  });

  test('is that of an ordinary operation as soon as there is one', () => {
    const query = fakeQuery();
    query.fail({ status: 404, at: 1000 });
    operationInterval(query.polled, false);
    query.answer({});
    expectAbout(operationInterval(query.polled, false), 1000);
    expect(patientUntil(query.polled)).toBe(null);
  });

  test('is given up at once where the operation had been known: it has gone', () => {
    const query = fakeQuery();
    query.answer({});
    operationInterval(query.polled, false);
    query.fail({ status: 404, at: 1000 });
    expect(operationInterval(query.polled, false)).toBe(false);
  });

  test('is an ordinary failure where something else goes wrong meanwhile', () => {
    const query = fakeQuery();
    query.fail({ status: 404, at: 0 });
    operationInterval(query.polled, false);
    query.fail({ status: 503, at: 1000 });
    expectAbout(operationInterval(query.polled, false), 4000);
    query.fail({ status: 404, at: 59_000 });
    expect(operationInterval(query.polled, false)).toBe(1000);
  });
});

test('two queries keep their histories apart', () => {
  const [quiet, lively] = [fakeQuery('a'), fakeQuery('b')];
  const same = {};
  for (let i = 0; i < 10; i++) {
    quiet.answer(same);
    lively.answer({});
    operationInterval(quiet.polled, false);
    operationInterval(lively.polled, false);
  }
  expectAbout(operationInterval(quiet.polled, false), 15_000);
  expectAbout(operationInterval(lively.polled, false), 1000);
});

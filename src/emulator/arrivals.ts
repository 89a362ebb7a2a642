import { makeOperation } from './makeOperation.ts';
import { drawType } from './profiles.ts';
import { between, createRandom, integer, mix, type Random } from './random.ts';
import type { ScheduledOperation } from './schedule.ts';
import { drawBatch } from './batchPlan.ts';

/** An operation and the instant (µs) at which it comes in; its `submitted` may be cut to an earlier whole second. */
export type Arrival = { readonly at: number; readonly operation: ScheduledOperation };

/** Every so many seconds comes a batch that waits longer than that and then runs longer than that. */
const BATCH_EVERY_S = 45;

/**
 * The operations that come in while one watches, from `from` (µs) on, without end, in order: about one every six to
 * ten seconds. A regular series of long batches guarantees that one is PENDING and one RUNNING at any moment (once it
 * has been going for two minutes); between them the account's daily work comes in, singly and in bursts.
 */
export function* arrivals(seed: number, from: number): Generator<Arrival, never> {
  const long = longBatches(seed, from);
  const daily = dailyWork(seed, from);
  let nextLong = long.next().value;
  let nextDaily = daily.next().value;
  for (;;) {
    if (nextLong.at <= nextDaily.at) {
      yield nextLong;
      nextLong = long.next().value;
    } else {
      yield nextDaily;
      nextDaily = daily.next().value;
    }
  }
}

function* longBatches(seed: number, from: number): Generator<Arrival, never> {
  const random = createRandom(mix(seed, 0x10b6));
  for (let slot = 0; ; slot += 1) {
    const at = from + slot * BATCH_EVERY_S * 1e6;
    const type = slot % 3 === 0 ? 'TASK.BATCH_CREATE' : 'TASK_SUITE.BATCH_CREATE';
    const batch = drawBatch(random, integer(random, 2000, 20_000));
    const waits = between(random, BATCH_EVERY_S + 3, BATCH_EVERY_S + 20);
    const runs = between(random, 60, 240);
    yield { at, operation: makeOperation(random, { type, submitted: at, batch, waits, runs }) };
  }
}

function* dailyWork(seed: number, from: number): Generator<Arrival, never> {
  const random = createRandom(mix(seed, 0xda11));
  let at = from;
  for (;;) {
    at = Math.floor(at + between(random, 6, 18) * 1e6);
    if (random() > 0.12) yield arrive(random, at);
    else {
      for (const next of burst(random, at)) {
        at = next.at;
        yield next;
      }
    }
  }
}

/** A script that closes or uploads several things in a row. */
function* burst(random: Random, from: number): Generator<Arrival, void> {
  const type = drawType(random);
  const size = integer(random, 3, 7);
  let at = from;
  for (let count = 0; count < size; count += 1) {
    yield { at, operation: makeOperation(random, { type, submitted: at }) };
    at = Math.floor(at + between(random, 0.05, 0.8) * 1e6);
  }
}

function arrive(random: Random, at: number): Arrival {
  return { at, operation: makeOperation(random, { type: drawType(random), submitted: at }) };
}

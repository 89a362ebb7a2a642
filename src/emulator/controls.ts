import type { Json, JsonObject } from '../toloka/operation.ts';
import type { FaultRule } from './faults.ts';
import type { OperationStep } from './literal.ts';
import type { RecordedRequest } from './requestLog.ts';
import type { Switches } from './switches.ts';

/** One put operation: its fields, what becomes of them, and its log. */
export type PutOptions = {
  readonly steps?: readonly OperationStep[];
  /** Null for none, as for a batch that was not started asynchronously. */
  readonly log?: Json;
  /** When it appears, ms from now; until then its ID is unknown. Default 0. */
  readonly afterMs?: number;
};

/** What tests can do to an emulator. Over HTTP, `/_emulator/…` offers the same. */
export type EmulatorControls = {
  /** The emulator's clock, epoch ms. */
  readonly now: () => number;
  readonly frozen: () => boolean;
  /** Moves the clock by `ms`. */
  readonly advance: (ms: number) => void;
  /** Stops the clock, at `at` (epoch ms) or where it is. */
  readonly freeze: (at?: number) => void;
  /** Lets a stopped clock run on. */
  readonly resume: () => void;
  /** Sets the clock (epoch ms). */
  readonly setTime: (at: number) => void;
  /** Back to how it was made, at this moment of `options.now`: clock, operations, faults, switches, requests. */
  readonly reset: () => void;
  /** No operations at all, and none come in, until `reset`. What is put afterwards is there. */
  readonly clear: () => void;
  /** Puts a literal operation, replacing one of the same ID. Throws a RangeError when it cannot be one. */
  readonly put: (operation: JsonObject, options?: PutOptions) => void;
  /** Replaces the faults that were set; none when empty. The named operations misbehave all the same. */
  readonly setFaults: (rules: readonly FaultRule[]) => void;
  readonly faults: () => readonly FaultRule[];
  readonly setSwitches: (change: Partial<Switches>) => void;
  readonly switches: () => Switches;
  /** The latest API requests, oldest first, without any header's value. */
  readonly requests: () => readonly RecordedRequest[];
  readonly clearRequests: () => void;
};

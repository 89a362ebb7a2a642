import { isJsonObject, type Json, type JsonObject } from '../toloka/operation.ts';
import { parseUtc } from '../toloka/time.ts';
import { checkFields, numberField, textChoice, textField } from './controlFields.ts';
import type { EmulatorControls } from './controls.ts';
import { ApiFailure, failureResponse, jsonResponse } from './errors.ts';
import { FAULT_NAMES, type FaultRule } from './faults.ts';
import type { OperationStep } from './literal.ts';
import { SWITCH_VALUES, type Switches } from './switches.ts';

/**
 * The control API over HTTP, for end-to-end tests: `/_emulator/<action>`. It exists only with the option `control`, and
 * asks for no token. POST changes, GET reads, DELETE clears; every answer is JSON.
 */
const PREFIX = '/_emulator/';

/** Whether a path belongs to the control API. */
export function isControlPath(path: string): boolean {
  return path.startsWith(PREFIX);
}

type Action = (emulator: EmulatorControls, body: JsonObject) => unknown;

const ACTIONS: Readonly<Record<string, Action>> = {
  'GET state': (emulator) => stateOf(emulator),
  'POST advance': (emulator, body) => {
    checkFields(body, ['ms']);
    emulator.advance(numberField(body, 'ms'));
    return stateOf(emulator);
  },
  'POST freeze': (emulator, body) => {
    checkFields(body, ['at']);
    emulator.freeze(body['at'] === undefined ? undefined : instant(body['at']));
    return stateOf(emulator);
  },
  'POST resume': (emulator, body) => {
    checkFields(body, []);
    emulator.resume();
    return stateOf(emulator);
  },
  'POST time': (emulator, body) => {
    checkFields(body, ['at']);
    emulator.setTime(instant(body['at']));
    return stateOf(emulator);
  },
  'POST reset': (emulator, body) => {
    checkFields(body, []);
    emulator.reset();
    return stateOf(emulator);
  },
  'POST clear': (emulator, body) => {
    checkFields(body, []);
    emulator.clear();
    return stateOf(emulator);
  },
  'POST operations': (emulator, body) => {
    checkFields(body, ['operation', 'steps', 'log', 'afterMs']);
    const { operation, log } = body;
    if (!isJsonObject(operation)) throw new RangeError('"operation" must be an object');
    emulator.put(operation, {
      steps: steps(body['steps']),
      ...(log !== undefined && { log }),
      ...(body['afterMs'] !== undefined && { afterMs: numberField(body, 'afterMs') }),
    });
    return stateOf(emulator);
  },
  'GET faults': (emulator) => ({ rules: emulator.faults() }),
  'POST faults': (emulator, body) => {
    checkFields(body, ['rules']);
    const { rules } = body;
    if (!Array.isArray(rules)) throw new RangeError('"rules" must be an array');
    emulator.setFaults(rules.map(faultRule));
    return { rules: emulator.faults() };
  },
  'DELETE faults': (emulator) => {
    emulator.setFaults([]);
    return { rules: [] };
  },
  'GET switches': (emulator) => emulator.switches(),
  'POST switches': (emulator, body) => {
    emulator.setSwitches(switchChange(body));
    return emulator.switches();
  },
  'GET requests': (emulator) => ({ requests: emulator.requests() }),
  'DELETE requests': (emulator) => {
    emulator.clearRequests();
    return { requests: [] };
  },
};

/** Answers a request to the control API. Mistakes in it are 400, unknown actions 404, in the API's error shape. */
export async function answerControl(emulator: EmulatorControls, request: Request): Promise<Response> {
  const name = `${request.method} ${new URL(request.url).pathname.slice(PREFIX.length)}`;
  try {
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) throw new ApiFailure(404, 'NOT_FOUND', `No such action: ${name}`);
    return jsonResponse(JSON.stringify(action(emulator, await bodyOf(request))));
  } catch (error) {
    if (error instanceof ApiFailure) return failureResponse(error, 'control');
    if (error instanceof RangeError || error instanceof SyntaxError) {
      return failureResponse(new ApiFailure(400, 'BAD_CONTROL_REQUEST', error.message), 'control');
    }
    throw error;
  }
}

async function bodyOf(request: Request): Promise<JsonObject> {
  const text = request.method === 'POST' ? await request.text() : '';
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (!isJsonObject(body)) throw new RangeError('the body must be a JSON object');
  return body;
}

function stateOf(emulator: EmulatorControls): JsonObject {
  const now = emulator.now();
  return { now, utc: new Date(now).toISOString(), frozen: emulator.frozen() };
}

function instant(value: Json | undefined): number {
  const at = typeof value === 'string' ? parseUtc(value) : value;
  if (typeof at !== 'number' || !Number.isFinite(at)) {
    throw new RangeError('"at" must be epoch milliseconds or YYYY-MM-DDThh:mm:ss[.sss] in UTC');
  }
  return at;
}

function steps(value: Json | undefined): OperationStep[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new RangeError('"steps" must be an array');
  return value.map((step: Json) => {
    if (!isJsonObject(step)) throw new RangeError('a step must be an object');
    return { ...step, afterMs: numberField(step, 'afterMs') };
  });
}

function faultRule(value: Json): FaultRule {
  if (!isJsonObject(value)) throw new RangeError('a rule must be an object');
  checkFields(value, ['fault', 'endpoint', 'id', 'parameter', 'times', 'ms', 'retryAfter', 'body']);
  const { endpoint } = value;
  return {
    fault: textChoice(value, 'fault', FAULT_NAMES),
    ...(endpoint !== undefined && {
      endpoint: textChoice(value, 'endpoint', ['list', 'operation', 'log'] as const),
    }),
    ...(value['id'] !== undefined && { id: textField(value, 'id') }),
    ...(value['parameter'] !== undefined && { parameter: textField(value, 'parameter') }),
    ...(value['times'] !== undefined && { times: numberField(value, 'times') }),
    ...(value['ms'] !== undefined && { ms: numberField(value, 'ms') }),
    ...(value['retryAfter'] !== undefined && { retryAfter: textField(value, 'retryAfter') }),
    ...(value['body'] !== undefined && { body: textField(value, 'body') }),
  };
}

function switchChange(body: JsonObject): Partial<Switches> {
  checkFields(body, Object.keys(SWITCH_VALUES));
  for (const [name, value] of Object.entries(body)) {
    const allowed: readonly unknown[] = SWITCH_VALUES[name as keyof Switches];
    if (!allowed.includes(value)) throw new RangeError(`"${name}" must be one of ${allowed.join(', ')}`);
  }
  return body;
}

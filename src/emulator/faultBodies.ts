import type { Endpoint } from '../toloka/endpoints.ts';
import { JSON_TYPE, jsonResponse } from './errors.ts';
import { delay, pausing, textStream } from './streams.ts';

/** The reference's own example of an operation, with its typing error: `fase` is no JSON. */
const SEED_EXAMPLE = `{
  "id" : "57068577e4b0bf7b07a0256f",
  "type" : "TASK_SUITE.BATCH_CREATE",
  "status" : "FAIL",
  "submitted" : "2016-04-07T16:06:15.902",
  "started" : "2016-04-07T16:06:15.902",
  "finished" : "2016-04-07T16:06:15.902",
  "progress" : 100,
  "parameters" : {
    "open_pool" : fase,
    "allow_defaults" : false,
    "skip_invalid_items" : false
  },
  "details" : {
    "total_count" : 2,
    "valid_count" : 0,
    "failed_count" : 2,
    "success_count" : 0,
    "not_valid_count" : 2
  }
}`;

/** What stands around one operation in an endpoint's answer: [before, after]. */
function frame(endpoint: Endpoint): readonly [string, string] {
  if (endpoint.kind === 'list') return ['{"items":[', '],"has_more":false}'];
  return endpoint.kind === 'log' ? ['[', ']'] : ['', ''];
}

/** An answer that is no JSON, exactly as the reference's example is none. */
export function malformedJson(endpoint: Endpoint): Response {
  return jsonResponse(frame(endpoint).join(SEED_EXAMPLE));
}

/** Half of an answer whose length was promised in full, then the connection breaks. */
export function cutBody(endpoint: Endpoint, signal: AbortSignal): Response {
  const whole = frame(endpoint).join(SEED_EXAMPLE.replace('fase', 'false'));
  const body = textStream(breakingOff(whole.slice(0, whole.length / 2)), signal);
  return new Response(body, {
    headers: { 'content-type': JSON_TYPE, 'content-length': String(whole.length) },
  });
}

async function* breakingOff(text: string): AsyncGenerator<string, void> {
  yield text;
  await delay(0);
  throw new TypeError('the connection was cut');
}

/** What a gateway in front of the API answers with (seen: HTML, with 502 and even with 200). */
export function html(status: number): Response {
  const text =
    '<!doctype html><html><head><title>Gateway</title></head><body><h1>Bad gateway</h1></body></html>';
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** An answer that goes on with a blank every 50 ms, and never says anything. */
export function drippingBody(signal: AbortSignal): Response {
  return new Response(textStream(drops(), signal), { headers: { 'content-type': JSON_TYPE } });
}

async function* drops(): AsyncGenerator<string, void> {
  for (;;) {
    yield ' ';
    await delay(50);
  }
}

/** Any body at all, called JSON. */
export function raw(body: string): Response {
  return jsonResponse(body);
}

/** A redirect to where no token must go. */
export function redirect(): Response {
  return new Response(null, { status: 302, headers: { location: '/trap' } });
}

/** Good JSON of another shape than the endpoint's. */
export function wrongShape(endpoint: Endpoint): Response {
  const texts = { list: '{"operations":[]}', operation: '["not an operation"]', log: '{"log":"none"}' };
  return jsonResponse(texts[endpoint.kind]);
}

/** An operation without what the reference calls required: no `type`, `status` or `submitted`. */
export function missingRequired(endpoint: Endpoint): Response {
  return jsonResponse(frame(endpoint).join(JSON.stringify({ id: 'missing-required' })));
}

/** An answer that begins well and never ends, 16 KB a piece. */
export function endlessBody(endpoint: Endpoint, signal: AbortSignal): Response {
  const [before] = frame(endpoint);
  const body = textStream(
    pausing(endless(before === '' ? '{"id":"endless-body","details":[' : before)),
    signal,
  );
  return new Response(body, { headers: { 'content-type': JSON_TYPE } });
}

function* endless(before: string): Generator<string, void> {
  yield before;
  const piece = `${JSON.stringify({ id: 'endless-body', type: 'POOL.OPEN' })},`.repeat(400);
  for (;;) yield piece;
}

/**
 * The shape of every error answer, the API's own and the proxy's: `{request_id, code, message, payload?}` (reference,
 * "Errors").
 */
export type ApiErrorBody = {
  readonly request_id: string;
  readonly code: string;
  readonly message: string;
  readonly payload?: unknown;
};

/**
 * Reads an error answer's body as far as it can be read. Never throws: whatever is missing or of the wrong kind is
 * left out, so that a gateway's strange answer still becomes a true statement.
 */
export function decodeApiError(body: unknown): Partial<ApiErrorBody> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const source = body as Record<string, unknown>;
  return {
    ...(typeof source['request_id'] === 'string' && { request_id: source['request_id'] }),
    ...(typeof source['code'] === 'string' && { code: source['code'] }),
    ...(typeof source['message'] === 'string' && { message: source['message'] }),
    ...(source['payload'] !== undefined && { payload: source['payload'] }),
  };
}

/** Seconds that toloka-kit waits for each `payload.interval` of a 429 that has no Retry-After. */
const INTERVAL_SECONDS: Readonly<Record<string, number>> = { MIN: 60, HOUR: 3600, DAY: 86_400 };

/** No wait is longer than a day, in ms: a browser's timer overflows at 24.8 days and would then fire at once. */
const LONGEST_MS = 86_400_000;

/**
 * How long a 429 or 503 asks to wait, in ms: its `Retry-After` header (seconds or an HTTP date, measured from `now`),
 * else `payload.interval` (toloka-kit's TolokaRetry), else null. Never more than a day.
 */
export function retryAfterMs(header: string | null, body: Partial<ApiErrorBody>, now: number): number | null {
  const text = header?.trim();
  if (text && /^\d+$/.test(text)) return Math.min(LONGEST_MS, Number(text) * 1000);
  if (text) {
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return Math.min(LONGEST_MS, Math.max(0, at - now));
  }
  const payload = body.payload;
  if (typeof payload === 'object' && payload !== null && 'interval' in payload) {
    const seconds = INTERVAL_SECONDS[String(payload.interval)];
    if (seconds !== undefined) return seconds * 1000;
  }
  return null;
}

import type { ApiErrorBody } from '../toloka/apiError.ts';
import type { Json } from '../toloka/operation.ts';

/** An error that is on its way to become an answer. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly code: string;
  readonly payload: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** `status` and `code` as the API would answer; `payload` and `headers` when it would add them. */
  constructor(
    status: number,
    code: string,
    message: string,
    extra: { readonly payload?: Json; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.payload = extra.payload;
    this.headers = extra.headers ?? {};
  }
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer of JSON text. */
export function jsonResponse(
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, { status, headers: { 'content-type': JSON_TYPE, ...headers } });
}

/** The answer to a failure, in the API's shape `{request_id, code, message, payload?}` (reference, "Errors"). */
export function failureResponse(failure: ApiFailure, requestId: string): Response {
  const body: ApiErrorBody = {
    request_id: requestId,
    code: failure.code,
    message: failure.message,
    ...(failure.payload !== undefined && { payload: failure.payload }),
  };
  return jsonResponse(JSON.stringify(body), failure.status, failure.headers);
}

/** A 400 about one query parameter. */
export function badParameter(name: string, code: string, message: string): ApiFailure {
  return new ApiFailure(400, 'VALIDATION_ERROR', `${name}: ${message}`, {
    payload: { [name]: { code, message } },
  });
}

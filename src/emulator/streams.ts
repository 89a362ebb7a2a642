/** Bodies that come in pieces, and waiting that an abort ends. Nothing here outlives its request. */

/**
 * A body of text chunks, encoded as they are asked for. Ends `source` when the reader leaves or `signal` aborts (the
 * reader then gets the signal's reason).
 */
export function textStream(
  source: AsyncGenerator<string, void>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        signal?.throwIfAborted();
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await source.return();
      },
    },
    // Nothing is made before somebody reads.
    { highWaterMark: 0 },
  );
}

/**
 * Hands chunks on and lets the event loop turn between them: a reader that only awaits the next chunk would otherwise
 * starve every timer, its own time limit included.
 */
export async function* pausing(source: Iterable<string>): AsyncGenerator<string, void> {
  for (const chunk of source) {
    yield chunk;
    await delay(0);
  }
}

/** Waits `ms` of real time. Rejects with the signal's reason as soon as it aborts; the timer is then gone. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, ms);
    const leave = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    signal?.addEventListener('abort', leave, { once: true });
  });
}

/** Never answers: rejects with the signal's reason when it aborts, and until then holds nothing but the listener. */
export function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(abortReason(signal)), { once: true });
  });
}

function abortReason(signal?: AbortSignal): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('The request was aborted', 'AbortError');
}

/** When the process ends whatever hangs: answers in flight have had 7 s by then, and who stops it gives it 10. In ms. */
const LATEST_MS = 9_000;
/** Ctrl-C in a terminal reaches this process twice, from the terminal and from npm. In ms. */
const SAME_KEY_PRESS_MS = 500;

/**
 * Ends the process with 0 on SIGTERM or SIGINT, once `close` is through or its time is over; a second signal ends it at
 * once. As process 1 of a container it would not even get signals that it does not listen for.
 */
export function stopOnSignals(close: () => Promise<void>): void {
  let stoppedAt: number | null = null;
  const onSignal = (signal: 'SIGINT' | 'SIGTERM') => {
    if (stoppedAt !== null) {
      if (performance.now() - stoppedAt > SAME_KEY_PRESS_MS) process.exit(signal === 'SIGINT' ? 130 : 143);
      return;
    }
    stoppedAt = performance.now();
    setTimeout(() => process.exit(0), LATEST_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

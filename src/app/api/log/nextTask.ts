/**
 * Resolves in a task of its own, after messages and input that wait already. Unlike a timer it is not made to wait 4 ms
 * when it is one of many.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null, []);
  });
}

/**
 * How long work goes on before it lets others have their turn, in ms. Half a frame, so that even on the page's own
 * thread nothing is felt.
 */
export const SLICE_MS = 8;

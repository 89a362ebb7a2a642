/**
 * Loaded into a home before anything of its own (`node --import`): answers the tests' questions about the process over
 * IPC, and does not keep it alive.
 */
let peak = 0;
let timer;

/**
 * Bytes in use, in objects and in buffers. Collected first: by itself V8 lets up to 32 MB of buffers that are done with
 * pile up, whatever the code does, and the memory that it has had is not given back.
 */
function inUse() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const ANSWERS = {
  variables: () => process.env,
  /** Bytes in use now; from then on the highest is kept. */
  'memory-start'() {
    clearInterval(timer);
    timer = setInterval(() => (peak = Math.max(peak, inUse())), 400);
    timer.unref();
    peak = inUse();
    return peak;
  },
  'memory-peak'() {
    clearInterval(timer);
    return Math.max(peak, inUse());
  },
};

process.on('message', (question) => process.send?.({ question, answer: ANSWERS[question]() }));
process.channel?.unref();

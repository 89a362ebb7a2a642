/** For a frame that does not come, as behind another tab, in ms. */
const LATEST_MS = 200;

/**
 * Calls once the frame that comes next has been painted: what answers a press at once is in that frame, and what takes
 * longer comes behind it. Gives back what calls it off.
 */
export function afterFrame(call: () => void): () => void {
  const late = () => {
    cancelAnimationFrame(frame);
    call();
  };
  let timer = setTimeout(late, LATEST_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(call);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

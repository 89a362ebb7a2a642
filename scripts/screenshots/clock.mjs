/**
 * Preloaded (`--import`) by the servers that pictures are taken of: their calendar stands where SCREENSHOTS_AT says, so that
 * each run makes the same operations. Timers go on as ever.
 */
const at = Number(process.env.SCREENSHOTS_AT);
Date.now = () => at;

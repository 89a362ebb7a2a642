/** What is used of React's scheduler; its own types leave it out. */
declare module 'scheduler' {
  /** How many times a second React lets go while it draws; 0 for its own 200. Throws nothing. */
  export function unstable_forceFrameRate(fps: number): void;
}

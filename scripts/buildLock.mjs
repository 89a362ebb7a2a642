import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;
/** A build takes seconds. A lock that is older belongs to nobody, also when its process' number is in use again. */
const STALE_MS = 120_000;
/** Removing a dead one's lock takes less than a millisecond. */
const REMOVAL_STALE_MS = 5_000;

/**
 * Does `work` while no other process does the same under the same file. The lock of a process that was killed is
 * removed, by one at a time: were two to remove it, the second could remove the lock that the first one has just taken.
 */
export async function withLock(file, work) {
  while (!take(file)) {
    removeDead(file);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function removeDead(file) {
  if (!isDead(file)) return;
  const removal = `${file}.removal`;
  try {
    closeSync(openSync(removal, 'wx'));
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // Left behind by one that was killed in that very moment.
    if (ageOf(removal) > REMOVAL_STALE_MS) rmSync(removal, { force: true });
    return;
  }
  // Looked at again: by now it may be the lock of one who lives.
  if (isDead(file)) rmSync(file, { force: true });
  rmSync(removal, { force: true });
}

function isDead(file) {
  if (ageOf(file) > STALE_MS) return true;
  const owner = Number(read(file));
  // An empty one is just being written.
  return owner > 0 && !isAlive(owner);
}

/** In ms; 0 for a file that is gone. */
function ageOf(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

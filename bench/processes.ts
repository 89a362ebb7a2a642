import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Why CPU time cannot be told on this machine; null when it can. */
export function whyNoCpu(): string | null {
  return existsSync('/proc/self/task')
    ? null
    : 'CPU time is read from /proc, which this system does not have';
}

/** CPU time of all threads of a process and of its children (nginx' workers), in µs. */
export function cpuOf(pid: number): number {
  const task = `/proc/${pid}/task`;
  let sum = 0;
  for (const thread of readdirSync(task)) {
    sum += Number(readFileSync(`${task}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1000;
    const children = readFileSync(`${task}/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean);
    for (const child of children) sum += cpuOf(Number(child));
  }
  return sum;
}

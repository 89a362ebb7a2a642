/** One thing that is wrong with the configuration: which variable or flag, why, and what to do about it. */
export type Fault = { readonly name: string; readonly reason: string; readonly mend: string };

/** What reading one setting gives: its value, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** A good reading. */
export function good<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A bad reading: the variable's or flag's name, the reason (never the value of a secret) and the mend. */
export function bad(name: string, reason: string, mend: string): { ok: false; fault: Fault } {
  return { ok: false, fault: { name, reason, mend } };
}

/** All faults as text for a terminal, one line each. */
export function describeFaults(faults: readonly Fault[]): string {
  const lines = faults.map(({ name, reason, mend }) => `  ${name} ${reason}. ${mend}.`);
  return ['Toloka Operations cannot start:', ...lines].join('\n');
}

import { maskSecretsInText } from '../../../toloka/answerText.ts';
import { createFinder } from '../../../toloka/findText.ts';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { WALK_START, type WalkPosition } from '../../../toloka/paging/walkAll.ts';
import { asFailure, type RequestFailure } from '../../api/failure.ts';
import type { walkList, WalkWait } from '../../api/listWalk.ts';
import { fileName, FORMATS, type FormatName, type Manifest } from './formats.ts';
import type { Sink } from './sinks.ts';

/** `failed` may go on or be kept as it is; the others are over. `lost` is a file that could not be written. */
export type ExportPhase = 'running' | 'failed' | 'complete' | 'incomplete' | 'lost';

export type ExportState = {
  readonly phase: ExportPhase;
  /** Operations in the file. */
  readonly rows: number;
  /** Operations looked at: more than `rows` where a text is looked for. */
  readonly walked: number;
  /** When it began, and when it came to rest (epoch ms). */
  readonly startedAt: number;
  readonly restedAt: number | null;
  readonly failure: RequestFailure | null;
  readonly wait: WalkWait | null;
  /** The file's name, once it has one. */
  readonly file: string | null;
};

export type ExportRequest = {
  readonly environment: string;
  readonly query: ListQuery;
  readonly format: FormatName;
  readonly secrets: Manifest['secrets'];
  readonly sink: Sink;
  readonly walk: typeof walkList;
  /** Epoch ms. */
  readonly now: number;
};

/** What the file says about itself. */
export function manifestOf({
  environment,
  query,
  secrets,
  now,
}: Omit<ExportRequest, 'sink' | 'walk' | 'format'>): Manifest {
  return {
    environment,
    query: formatListSearch({ query, place: null, paused: false, faults: [] }),
    exported: new Date(now).toISOString(),
    secrets,
  };
}

/** One export: walks all of a query's list into a file. A store that React can read. */
export class ExportRun {
  readonly request: ExportRequest;
  readonly #manifest: Manifest;
  readonly #listeners = new Set<() => void>();
  #state: ExportState;
  #position: WalkPosition = WALK_START;
  #stop = new AbortController();
  #begun = false;

  constructor(request: ExportRequest) {
    this.request = request;
    this.#manifest = manifestOf(request);
    this.#state = {
      phase: 'running',
      rows: 0,
      walked: 0,
      startedAt: request.now,
      restedAt: null,
      failure: null,
      wait: null,
      file: request.sink.named,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ExportState => this.#state;

  /** Ends here; the file keeps what came and says that it is incomplete. */
  readonly stop = (): void => this.#stop.abort();

  /** Begins, or goes on after a failure. Ends when the export comes to rest. */
  readonly go = async (): Promise<void> => {
    this.#change({ phase: 'running', failure: null, restedAt: null });
    try {
      const ended = await this.#walk();
      await this.#finish(ended ? null : 'stopped by hand');
    } catch (error) {
      this.#change({ phase: 'failed', failure: asFailure(error), wait: null, restedAt: Date.now() });
    }
  };

  /** After a failure: the file as far as it came. */
  readonly keep = (): Promise<void> => {
    const { failure } = this.#state;
    return this.#finish(failure ? `failed: ${failure.code} ${failure.message}` : 'stopped by hand');
  };

  /** Writes page after page; false when it was stopped before the list's end. */
  async #walk(): Promise<boolean> {
    const { environment, query, format, secrets, sink, walk, now } = this.request;
    const { head, rows } = FORMATS[format];
    const { signal } = this.#stop;
    const holds = query.find === null ? () => true : createFinder(query.find);
    if (!this.#begun) await sink.write(head(this.#manifest));
    this.#begun = true;
    const steps = walk(environment, query, {
      from: this.#position,
      now,
      signal,
      onWait: (wait) => this.#change({ wait: signal.aborted ? null : wait }),
    });
    for await (const step of steps) {
      const wanted = step.rows.map(({ text }) => text).filter(holds);
      const texts = secrets === 'masked' ? wanted.map(maskSecretsInText) : wanted;
      if (texts.length > 0) await sink.write(rows(texts, this.#state.rows === 0, this.#manifest));
      this.#change({
        rows: this.#state.rows + texts.length,
        walked: this.#state.walked + step.rows.length,
      });
      if (!step.position) return true;
      this.#position = step.position;
    }
    return false;
  }

  /** Ends the file; `reason` says why it is not complete, null that it is. */
  async #finish(reason: string | null): Promise<void> {
    const { format, sink } = this.request;
    const { tail, none } = FORMATS[format];
    const { rows } = this.#state;
    const name = sink.named ?? fileName(format, this.#manifest, reason === null);
    try {
      if (rows === 0) await sink.write(none(this.#manifest));
      if (reason !== null) await sink.write(tail({ complete: false, operations: rows, reason }));
      await sink.close(name);
      const phase = reason === null ? 'complete' : 'incomplete';
      this.#change({ phase, file: name, wait: null, restedAt: this.#state.restedAt ?? Date.now() });
    } catch (error) {
      this.#change({ phase: 'lost', failure: asFailure(error), wait: null, restedAt: Date.now() });
    }
  }

  #change(change: Partial<ExportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

// What a query would have found, while it is being typed: asks after a pause, drops answers that came too late.
import { call, type ApiError } from '@/api/client';
import type { Dialect, Preview } from '@/api/types';
import { asApiError } from '@/api/pager.svelte';
import type { QueryFault } from '@/api/types';

/** Pause after the last letter, in milliseconds: shorter than people notice, longer than they type (guess). */
const TYPING_MS = 300;
/** Posts shown. */
export const SHOWN = 20;

export class QueryPreview {
  /** The answer for the last query that could be read. */
  found = $state.raw<Preview | null>(null);
  /** The query of that answer. */
  found_for = $state('');
  /** Where the query is wrong; `null` when it can be read. */
  fault = $state.raw<QueryFault | null>(null);
  warnings = $state.raw<readonly QueryFault[]>([]);
  /** The last answer's translation, when a dialect was asked for. */
  translated = $state.raw<Preview['translated']>(null);
  /** The text that the answer is for. */
  checked = $state('');
  looking = $state(false);
  error = $state.raw<ApiError | null>(null);

  readonly #limit: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  constructor(limit = SHOWN) {
    this.#limit = limit;
  }

  /** Looks soon; each further letter starts the pause anew. */
  soon(query: string, dialect: Dialect | null = null): void {
    this.stop();
    if (query.trim() === '') {
      this.found = null;
      this.fault = null;
      this.warnings = [];
      this.translated = null;
      this.checked = query;
      this.error = null;
      return;
    }
    this.looking = true;
    this.#timer = setTimeout(() => void this.#look(query, dialect), TYPING_MS);
  }

  /** Shows a fault that saving brought. */
  mark(query: string, fault: QueryFault): void {
    this.stop();
    this.fault = fault;
    this.warnings = [];
    this.checked = query;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.looking = false;
  }

  async #look(query: string, dialect: Dialect | null): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const body = { query, limit: this.#limit, ...(dialect ? { dialect } : {}) };
      const answer = await call('POST /topics/preview', { body, signal: running.signal });
      if (running.signal.aborted) return;
      this.checked = query;
      this.fault = answer.error;
      this.warnings = answer.warnings;
      this.translated = answer.translated;
      this.error = null;
      // What was found last stays while the query is half written.
      if (answer.error === null) {
        this.found = answer;
        this.found_for = query;
      }
    } catch (error) {
      if (!running.signal.aborted) this.error = asApiError(error);
    } finally {
      if (this.#running === running && !running.signal.aborted) this.looking = false;
    }
  }
}

// A list that comes in pages: loads the first, then more on demand, and lets go of answers that came too late.
import { ApiError } from './client';
import type { Page } from './types';

/** Fetches one page: from the start when `cursor` is null. */
type Fetch<T> = (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>;

export class Pager<T> {
  items = $state.raw<T[]>([]);
  loading = $state(false);
  /** Whether the first page has come. */
  ready = $state(false);
  error = $state.raw<ApiError | null>(null);
  #next = $state<string | null>(null);
  #fetch: Fetch<T>;
  #running: AbortController | null = null;

  constructor(fetch: Fetch<T>) {
    this.#fetch = fetch;
  }

  get more(): boolean {
    return this.#next !== null;
  }

  /** Starts from the first page; what is shown stays until the new one has come. */
  async load(): Promise<void> {
    await this.#run(null, (page) => page.items);
  }

  async loadMore(): Promise<void> {
    if (this.#next === null || this.loading) return;
    await this.#run(this.#next, (page) => [...this.items, ...page.items]);
  }

  async #run(cursor: string | null, join: (page: Page<T>) => T[]): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    this.error = null;
    try {
      const page = await this.#fetch(cursor, running.signal);
      if (running.signal.aborted) return;
      this.items = join(page);
      this.#next = page.next;
      this.ready = true;
    } catch (error) {
      if (running.signal.aborted) return;
      this.error = asApiError(error);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }
}

/** The error as something that has words; what is not the server's refusal is a fault of ours and goes to the console. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  console.error(error);
  return new ApiError(0, 'browser');
}

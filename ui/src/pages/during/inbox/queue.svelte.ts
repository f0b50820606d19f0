// The list of the inbox. Wanted: nothing moves under the cursor, nothing gets lost, ten thousand cases stay quick.
// Design: rows change in place; a case that leaves the view stays, greyed, until the person updates the list; cases that come
// meanwhile are only counted, and fetched when the person asks for them.
// Accepted loss: with filters the count of new cases looks at the newest hundred only, and says "more than" beyond.
import { call, type ApiError } from '@/api/client';
import { asApiError } from '@/api/pager.svelte';
import { me } from '@/api/session.svelte';
import type { Case } from '@/api/types';
import { stillFits, toQuery, type View } from './filter';

export interface Row {
  case: Case;
  /** No longer in the view; kept so that nothing jumps. */
  left: boolean;
}

/** Cases fetched at once: a screen and a half, so that scrolling rarely waits (guess). */
const PAGE = 60;
/** How many of the newest are looked at when something new is told. */
const NEWEST = 100;
/** Told changes are gathered for so long before the server is asked, in milliseconds: in a crisis they come by the hundred. */
const GATHER_MS = 700;
/** More changed rows than this are not fetched one by one. */
const CHANGED_MAX = 20;

export class Queue {
  rows = $state.raw<readonly Row[]>([]);
  ready = $state(false);
  loading = $state(false);
  error = $state.raw<ApiError | null>(null);
  /** Cases that came since the list was loaded. */
  n_new = $state(0);
  /** There are more than `n_new`. */
  more_new = $state(false);
  readonly n_left = $derived(this.rows.filter((row) => row.left).length);

  #next = $state.raw<string | null>(null);
  #view: View;
  #running: AbortController | null = null;
  #looking: AbortController | null = null;
  #newest_id = 0;
  #known = new Set<number>();
  #changed = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View) {
    this.#view = view;
  }

  get more(): boolean {
    return this.#next !== null;
  }

  /** Loads the view from its beginning. Rows stay until the new ones have come, unless the view is another one. */
  async load(view: View): Promise<void> {
    this.#view = view;
    this.#stopLooking();
    await this.#run(async (signal) => {
      const [page, newest] = await Promise.all([
        call('GET /cases', { query: { ...toQuery(view), limit: PAGE }, signal }),
        call('GET /cases', { query: { ...toQuery(view), order: 'newest', limit: 1 }, signal }),
      ]);
      this.#newest_id = Math.max(newest.items[0]?.id ?? 0, ...page.items.map((each) => each.id));
      this.#known = new Set(page.items.map((each) => each.id));
      this.rows = page.items.map((each) => ({ case: each, left: false }));
      this.#next = page.next;
      this.n_new = 0;
      this.more_new = false;
      this.ready = true;
    });
  }

  /** Loads the same view again. */
  async reload(): Promise<void> {
    await this.load(this.#view);
  }

  /** Loads further rows. */
  async loadMore(): Promise<void> {
    const cursor = this.#next;
    if (cursor === null || this.loading) return;
    await this.#run(async (signal) => {
      const page = await call('GET /cases', { query: { ...toQuery(this.#view), limit: PAGE, cursor }, signal });
      const fresh = page.items.filter((each) => !this.#known.has(each.id));
      for (const each of fresh) this.#known.add(each.id);
      this.rows = [...this.rows, ...fresh.map((each) => ({ case: each, left: false }))];
      this.#next = page.next;
    });
  }

  /** Puts a changed case into its row. */
  put(changed: Case): void {
    if (!this.#known.has(changed.id)) return;
    const left = !stillFits(this.#view, changed, me()?.id ?? null);
    this.rows = this.rows.map((row) => (row.case.id === changed.id ? { case: changed, left } : row));
  }

  /** A case changed or came somewhere: looks it up soon. */
  told(id: number): void {
    if (this.#known.has(id)) this.#changed.add(id);
    this.lookSoon();
  }

  /** Looks soon for what is new and what changed. */
  lookSoon(): void {
    this.#timer ??= setTimeout(() => void this.#look(), GATHER_MS);
  }

  stop(): void {
    this.#running?.abort();
    this.#stopLooking();
  }

  #stopLooking(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#looking?.abort();
    this.#changed.clear();
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    if (!this.ready) return;
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    const { signal } = looking;
    const ids = [...this.#changed].slice(0, CHANGED_MAX);
    for (const id of ids) this.#changed.delete(id);
    try {
      const [newest, ...details] = await Promise.all([
        call('GET /cases', { query: { ...toQuery(this.#view), order: 'newest', limit: NEWEST }, signal }),
        ...ids.map((id) => call('GET /cases/{id}', { path: { id }, signal })),
      ]);
      if (signal.aborted) return;
      for (const detail of details) this.put(detail.case);
      const fresh = newest.items.filter((each) => each.id > this.#newest_id && !this.#known.has(each.id));
      this.n_new = fresh.length;
      this.more_new = fresh.length === newest.items.length && newest.next !== null;
      if (this.#changed.size > 0) this.lookSoon();
    } catch (error) {
      // Nobody asked for this look; the next event or the next load tries again, and the line's own sign shows a lost server.
      if (!signal.aborted) asApiError(error);
    }
  }

  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    this.error = null;
    try {
      await work(running.signal);
    } catch (error) {
      if (!running.signal.aborted) this.error = asApiError(error);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }
}

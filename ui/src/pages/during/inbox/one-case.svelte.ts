// The chosen case: loads it, keeps it fresh, sends steps, and keeps what a person has written until it is sent.
import { call, ApiError } from '@/api/client';
import { asApiError } from '@/api/pager.svelte';
import { me } from '@/api/session.svelte';
import type { Case, CaseDetail, CaseEntry, CaseStep } from '@/api/types';
import { emptyDraft, entriesSince, stepOf, type Draft, type FormKind } from './steps';

export class OneCase {
  id = $state.raw<number | null>(null);
  detail = $state.raw<CaseDetail | null>(null);
  loading = $state(false);
  /** Why the case cannot be shown. */
  error = $state.raw<ApiError | null>(null);
  /** The open form. */
  form = $state<FormKind | null>(null);
  draft = $state<Draft>(emptyDraft());
  busy = $state(false);
  /** Why the last step was not taken. */
  step_error = $state.raw<ApiError | null>(null);
  /** What others did between our look and our step, so that it was refused. */
  meanwhile = $state.raw<readonly CaseEntry[]>([]);
  /** What others just did while we looked on. */
  news = $state.raw<readonly CaseEntry[]>([]);

  #drafts = new Map<string, Draft>();
  #running: AbortController | null = null;
  #onchange: (changed: Case) => void;

  /** `onchange` hears of every newer state of a case. */
  constructor(onchange: (changed: Case) => void) {
    this.#onchange = onchange;
  }

  /** Chooses a case; what is written for the one before is kept. */
  choose(id: number | null): void {
    if (id === this.id) return;
    this.close();
    this.id = id;
    this.detail = null;
    this.error = null;
    this.news = [];
    this.#running?.abort();
    if (id !== null) void this.load();
  }

  /** Loads the chosen case, or loads it again. */
  async load(): Promise<void> {
    const id = this.id;
    if (id === null) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    try {
      const detail = await call('GET /cases/{id}', { path: { id }, signal: running.signal });
      if (running.signal.aborted || this.id !== id) return;
      const fresh = entriesSince(this.detail, detail).filter((entry) => entry.by !== (me()?.id ?? null));
      if (fresh.length > 0) this.news = fresh;
      this.detail = detail;
      this.error = null;
      this.#onchange(detail.case);
    } catch (error) {
      if (running.signal.aborted || this.id !== id) return;
      // What stands on the screen stays readable when a refresh fails.
      if (this.detail === null) this.error = asApiError(error);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }

  /** Opens a form with what was written in it before. */
  open(kind: FormKind): void {
    if (this.id === null) return;
    this.#keep();
    this.form = kind;
    this.draft = this.#drafts.get(`${this.id}/${kind}`) ?? emptyDraft();
    this.step_error = null;
    this.meanwhile = [];
  }

  /** Closes the form; its words are kept. */
  close(): void {
    this.#keep();
    this.form = null;
    this.step_error = null;
    this.meanwhile = [];
  }

  /** Sends the open form. */
  async send(): Promise<void> {
    if (this.form === null) return;
    if (this.detail === null) await this.load();
    if (this.detail === null) return;
    const kind = this.form;
    const step = stepOf(kind, this.draft, this.detail.case.state);
    if (step === null) return;
    if (await this.take(step)) {
      this.#drafts.delete(`${this.id}/${kind}`);
      this.form = null;
      this.draft = emptyDraft();
    }
  }

  /** Takes a step; `false` when it was refused, the reason is then shown. */
  async take(step: CaseStep): Promise<boolean> {
    if (this.busy) return false;
    if (this.detail === null) await this.load();
    const before = this.detail;
    if (before === null) return false;
    const id = before.case.id;
    this.busy = true;
    this.step_error = null;
    this.news = [];
    try {
      const changed = await call('POST /cases/{id}/steps', { path: { id }, body: step });
      this.#onchange(changed);
      if (this.id === id) {
        this.detail = { ...before, case: changed };
        this.meanwhile = [];
        await this.load();
      }
      return true;
    } catch (error) {
      if (this.id !== id) return false;
      const refusal = asApiError(error);
      if (refusal.code === 'conflict') await this.#lookAtConflict(before);
      if (refusal.code !== 'conflict' || this.meanwhile.length === 0) this.step_error = refusal;
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #lookAtConflict(before: CaseDetail): Promise<void> {
    await this.load();
    const after = this.detail;
    if (after) this.meanwhile = entriesSince(before, after);
    this.news = [];
  }

  #keep(): void {
    if (this.id !== null && this.form !== null) this.#drafts.set(`${this.id}/${this.form}`, { ...this.draft });
  }
}

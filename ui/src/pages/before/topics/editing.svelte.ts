// A topic while somebody writes or changes it: what is in the form, what is stored, and the way from one to the other.
import { ApiError, call } from '@/api/client';
import { asApiError } from '@/api/pager.svelte';
import { refreshTopics } from '@/api/topics.svelte';
import type { AnswerPolicy, TopicDetail, TopicDraft, TopicKind, TopicVersion } from '@/api/types';
import { toast } from '@/parts/toasts.svelte';
import { go } from '@/router.svelte';
import { t } from '@/words.svelte';
import { QueryPreview } from './preview/preview.svelte';

/** The clock of a topic that sets none, in minutes, as in `crisis::topic`. */
const WITHIN_DEFAULT = 60;
/** The longest clock: a week, as the server has it. */
export const WITHIN_MAX = 10_080;

export class TopicEditing {
  /** `null` for a new topic. */
  readonly id: number | null;
  readonly preview = new QueryPreview();

  /** As it is stored. */
  topic = $state.raw<TopicDetail | null>(null);
  versions = $state.raw<TopicVersion[]>([]);
  /** What somebody else has stored since, while there is something in this form to be lost. */
  theirs = $state.raw<TopicDetail | null>(null);
  load_error = $state.raw<ApiError | null>(null);
  error = $state.raw<ApiError | null>(null);
  name_error = $state<string | undefined>(undefined);
  busy = $state(false);

  name = $state('');
  kind = $state<TopicKind>('brand');
  query = $state('');
  why = $state('');
  answers = $state<AnswerPolicy>('every');
  within = $state<number | null>(WITHIN_DEFAULT);
  #answers_chosen = false;

  readonly draft = $derived<TopicDraft>({
    name: this.name.trim(),
    kind: this.kind,
    query: this.query,
    answers: this.answers,
    answer_within_minutes: this.within ?? WITHIN_DEFAULT,
  });
  readonly dirty = $derived(!same(this.draft, this.topic ? draftOf(this.topic) : EMPTY));
  readonly rewritten = $derived(this.topic !== null && this.query !== this.topic.query);
  readonly bad_within = $derived(this.within === null || this.within < 1 || this.within > WITHIN_MAX || !Number.isInteger(this.within));

  constructor(id: number | null) {
    this.id = id;
  }

  async load(): Promise<void> {
    if (this.id === null) return;
    this.load_error = null;
    try {
      const [found] = await Promise.all([call('GET /topics/{id}', { path: { id: this.id } }), this.#loadVersions(this.id)]);
      this.#show(found);
    } catch (refusal) {
      this.load_error = asApiError(refusal);
    }
  }

  /** Looks how far the re-run has come, and whether somebody else has changed the topic. */
  async refresh(): Promise<void> {
    if (this.id === null || this.topic === null || this.busy) return;
    try {
      const before = this.topic;
      const found = await call('GET /topics/{id}', { path: { id: this.id } });
      // What was saved meanwhile is newer than this answer.
      if (this.topic !== before || this.busy) return;
      const changed = !same(draftOf(found), draftOf(before));
      if (changed && this.dirty) {
        this.theirs = found;
        this.topic = { ...before, history: found.history, archived_at: found.archived_at };
      } else if (changed) {
        this.#show(found);
      } else {
        this.topic = found;
      }
      if (changed || (before.history && !found.history)) await this.#loadVersions(this.id);
    } catch {
      // The next look tries again.
    }
  }

  /** The server can be reached again: what it could not be asked is asked now. */
  reached(): void {
    if (this.error?.code === 'unreachable') this.error = null;
    if (this.preview.error) this.preview.soon(this.query);
    if (this.load_error?.code === 'unreachable') void this.load();
    void this.refresh();
  }

  /** Lets go of what is in the form, for what somebody else has stored. */
  takeTheirs(): void {
    if (this.theirs) this.#show(this.theirs);
  }

  kindChanged(next: TopicKind): void {
    // What is said about others needs no answer of ours, unless somebody has decided otherwise.
    if (!this.#answers_chosen) this.answers = next === 'competitor' || next === 'industry' ? 'none' : 'every';
  }

  answersChosen(): void {
    this.#answers_chosen = true;
  }

  async save(): Promise<void> {
    this.name_error = this.draft.name === '' ? t('error-name-missing') : undefined;
    if (this.name_error || this.bad_within || this.busy) return;
    await this.#ask(() => (this.id === null ? this.#create() : this.#change(this.id)), (refusal) => this.#refused(refusal));
  }

  /** Archives the topic or brings it back; whether that was done. */
  async archive(on: boolean): Promise<boolean> {
    const { id } = this;
    if (id === null) return false;
    return this.#ask(async () => {
      const changed = await call(on ? 'POST /topics/{id}/archive' : 'POST /topics/{id}/restore', { path: { id } });
      if (this.topic) this.topic = { ...this.topic, archived_at: changed.archived_at };
      await refreshTopics();
    });
  }

  async #ask(act: () => Promise<void>, refused: (refusal: ApiError) => void = (refusal) => (this.error = refusal)): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await act();
      return true;
    } catch (refusal) {
      refused(asApiError(refusal));
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #create(): Promise<void> {
    const made = await call('POST /topics', { body: this.draft });
    await refreshTopics();
    toast(t('topics-created'));
    go(`/topics/${made.id}`, { replace: true });
  }

  async #change(id: number): Promise<void> {
    const why = this.why.trim();
    this.topic = await call('PUT /topics/{id}', { path: { id }, body: this.rewritten && why !== '' ? { ...this.draft, why } : this.draft });
    this.why = '';
    this.theirs = null;
    toast(t('topics-saved'));
    await Promise.all([refreshTopics(), this.#loadVersions(id)]);
  }

  #refused(refusal: ApiError): void {
    if (refusal.fault) this.preview.mark(this.query, refusal.fault);
    else if (refusal.code === 'name-missing' || refusal.code === 'name-taken') this.name_error = t(`error-${refusal.code}`, refusal.args);
    else this.error = refusal;
  }

  #show(found: TopicDetail): void {
    this.topic = found;
    this.theirs = null;
    ({ name: this.name, kind: this.kind, query: this.query, answers: this.answers } = found);
    this.within = found.answer_within_minutes;
    this.#answers_chosen = true;
    this.preview.soon(this.query);
  }

  async #loadVersions(id: number): Promise<void> {
    this.versions = await call('GET /topics/{id}/versions', { path: { id } });
  }
}

const EMPTY: TopicDraft = { name: '', kind: 'brand', query: '', answers: 'every', answer_within_minutes: WITHIN_DEFAULT };

function draftOf(from: TopicDetail): TopicDraft {
  return { name: from.name, kind: from.kind, query: from.query, answers: from.answers, answer_within_minutes: from.answer_within_minutes };
}

function same(one: TopicDraft, other: TopicDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

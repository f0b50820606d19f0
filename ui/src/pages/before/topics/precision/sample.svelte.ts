// A sample of a topic's posts while somebody marks it: which post is in front, what was said of the others.
import { call, type ApiError } from '@/api/client';
import { asApiError } from '@/api/pager.svelte';
import type { Mention, Precision, Sample } from '@/api/types';

export class Marking {
  sample = $state.raw<Sample | null>(null);
  precision = $state.raw<Precision | null>(null);
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  #at = $state(0);
  #marks = $state.raw<ReadonlyMap<number, boolean>>(new Map());

  /** Marks on their way, one after the other. */
  #sent: Promise<void> = Promise.resolve();
  readonly #topic: number;
  #query: string;

  constructor(topic: number, query: string) {
    this.#topic = topic;
    this.#query = query;
  }

  /** The post in front; nothing when all have been seen. */
  get mention(): Mention | null {
    return this.sample?.mentions[this.#at] ?? null;
  }

  get n(): number {
    return this.sample?.mentions.length ?? 0;
  }

  /** How many have been seen. */
  get n_seen(): number {
    return Math.min(this.#at, this.n);
  }

  get n_right(): number {
    return [...this.#marks.values()].filter(Boolean).length;
  }

  get n_wrong(): number {
    return this.#marks.size - this.n_right;
  }

  /** What was said of the post in front, when one came back to it. */
  get said(): boolean | null {
    return this.mention ? (this.#marks.get(this.mention.id) ?? null) : null;
  }

  /** Goes on with the sample that was begun for this query, or draws one. */
  async begin(): Promise<void> {
    await this.#try(async () => {
      const [latest, precision] = await Promise.all([
        call('GET /topics/{id}/sample', { path: { id: this.#topic } }),
        call('GET /topics/{id}/precision', { path: { id: this.#topic } }),
      ]);
      this.precision = precision;
      const unfinished = latest && latest.query === this.#query && latest.marks.length < latest.mentions.length;
      this.#take(unfinished ? latest : await this.#draw());
    });
  }

  /** Draws other posts. */
  async again(): Promise<void> {
    await this.#try(async () => this.#take(await this.#draw()));
  }

  /** Marks the post in front and shows the next at once: who marks quickly must not lose keys to the wire. */
  mark(right: boolean): void {
    const { mention, sample } = this;
    if (!mention || !sample) return;
    const [at, before] = [this.#at, this.said];
    this.#say(mention.id, right);
    this.#at += 1;
    this.#sent = this.#sent.then(() =>
      this.#try(
        async () => {
          this.precision = await call('POST /topics/{id}/sample/{sample}/mark', { path: { id: this.#topic, sample: sample.id }, body: { mention: mention.id, right } });
        },
        () => {
          // What was not taken is asked again.
          this.#say(mention.id, before);
          if (this.sample === sample) this.#at = Math.min(this.#at, at);
        },
      ),
    );
  }

  /** When all marks have reached the server, or have come back. */
  sent(): Promise<void> {
    return this.#sent;
  }

  /** Goes on without a mark; one that was set before stays. */
  skip(): void {
    if (this.mention) this.#at += 1;
  }

  back(): void {
    this.#at = Math.max(0, this.n_seen - 1);
  }

  async #draw(): Promise<Sample> {
    return call('POST /topics/{id}/sample', { path: { id: this.#topic } });
  }

  #say(mention: number, right: boolean | null): void {
    const marks = new Map(this.#marks);
    if (right === null) marks.delete(mention);
    else marks.set(mention, right);
    this.#marks = marks;
  }

  #take(sample: Sample): void {
    this.sample = sample;
    this.#query = sample.query;
    this.#marks = new Map(sample.marks.map(({ mention, right }) => [mention, right]));
    const first = sample.mentions.findIndex(({ id }) => !this.#marks.has(id));
    this.#at = first === -1 ? sample.mentions.length : first;
  }

  async #try(what: () => Promise<void>, failed = () => {}): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await what();
    } catch (refusal) {
      this.error = asApiError(refusal);
      failed();
    } finally {
      this.busy = false;
    }
  }
}

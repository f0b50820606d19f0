// What the query editor asks and is told, by hand, until the server's own description carries it.
import type { Mention, Preview as Known, QueryFault, Topic, TopicDraft, TopicVersion as KnownVersion } from './types';

/** A name of a message with what stands in it; the prefix of its key depends on where it is said. */
export interface Said {
  code: string;
  args: Record<string, string>;
}

/** Other tools whose queries we read. */
export const DIALECTS = ['brandwatch', 'youscan', 'sentione', 'powertrack', 'lucene'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** One form of a word of the query; `n` posts matched and hold it. */
export interface QueryForm {
  /** Folded, as posts are compared. */
  form: string;
  /** As people write it. */
  shown: string;
  struck: boolean;
  added: boolean;
  /** Whether it is also an ordinary word. */
  ordinary: boolean;
  /** Keys `form-reason-<code>`. */
  reasons: Said[];
  n: number;
}

/** A word of the query that has forms. `start` to `end` is the word with its `[list]`; places are UTF-16 units. */
export interface QueryWord {
  start: number;
  end: number;
  list_start: number | null;
  list_end: number | null;
  written: string;
  /** Whether only capitalised forms count. */
  capitalised: boolean;
  /** Whether one of its forms is also an ordinary word, so that capitals tell the name. */
  may_be_ordinary: boolean;
  forms: QueryForm[];
}

export interface QueryBranch {
  start: number;
  end: number;
  /** Posts that it finds, and those that only it finds. */
  n: number;
  n_only: number;
}

export interface QueryExclusion {
  start: number;
  end: number;
  n_removed: number;
}

/** A note of a translation; its place is in the query that was given. */
export interface DialectNote extends Said {
  start: number;
  end: number;
}

export interface Preview extends Known {
  /** Thirty days, oldest first. */
  days: { day: string; n: number }[];
  n_negative: number;
  n_with_sentiment: number;
  /** Which share of all posts is expected to match, from 0 to 1. */
  share: number | null;
  branches: QueryBranch[];
  exclusions: QueryExclusion[];
  words: QueryWord[];
  translated: { query: string; notes: DialectNote[] } | null;
}

export interface Comparison {
  n_scanned: number;
  complete: boolean;
  n_brings: number;
  n_loses: number;
  brings: Mention[];
  loses: Mention[];
  error: QueryFault | null;
}

export interface TopicVersion extends KnownVersion {
  why: string | null;
  /** Posts that this version brought and lost; nothing until they are counted. */
  n_brings: number | null;
  n_loses: number | null;
}

/** A named part, written `$name` in queries. */
export interface QueryPart {
  name: string;
  query: string;
  at: string;
  by: number | null;
  /** Topics that use it. */
  used_by: number[];
  /** Parts that use it. */
  parts: string[];
}

export interface Sample {
  id: number;
  mentions: Mention[];
}

/** How many of the marked posts were right, with the 95 % interval; shares from 0 to 1. */
export interface Precision {
  n_right: number;
  n_wrong: number;
  estimate: number;
  low: number;
  high: number;
  at: string;
}

type Ask<Answer, Path = undefined, Body = undefined> = { path: Path; query: undefined; body: Body; answer: Answer };
type Of = { id: number };

export interface QueryEndpoints {
  'POST /topics/preview': Ask<Preview, undefined, { query: string; limit?: number; dialect?: Dialect }>;
  'POST /topics/compare': Ask<Comparison, undefined, { before: string; after: string; limit?: number }>;
  'GET /topics/{id}/versions': Ask<TopicVersion[], Of>;
  'PUT /topics/{id}': Ask<Topic, Of, TopicDraft & { why?: string }>;
  'GET /query-parts': Ask<QueryPart[]>;
  'PUT /query-parts/{name}': Ask<QueryPart, { name: string }, { query: string; why?: string }>;
  'DELETE /query-parts/{name}': Ask<void, { name: string }>;
  'POST /topics/{id}/sample': Ask<Sample, Of, Record<string, never>>;
  'POST /topics/{id}/sample/{sample}/mark': Ask<Precision | null, Of & { sample: number }, { mention: number; right: boolean }>;
  'GET /topics/{id}/precision': Ask<Precision | null, Of>;
}

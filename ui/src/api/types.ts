// The nouns of the JSON API, as the pages use them: short names for the generated `schema.d.ts` (`cargo xtask types`).
// Times are RFC 3339 UTC strings, ids are numbers.
import type { components } from './schema';

type Schemas = components['schemas'];

/** What the server answers: it sends every field, and `null` where there is nothing. */
export type Answer<T> = T extends (infer Item)[]
  ? Answer<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Answer<Exclude<T[Name], undefined>> }
    : T;

/** A list that must hold every value of a union, so that a value added on the server does not compile here until it is shown. */
function every<Value extends string>() {
  return <const List extends readonly Value[]>(list: [Exclude<Value, List[number]>] extends [never] ? List : never): List => list;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

// --- Session, set-up, people

export type Language = Schemas['LanguageName'];
export const LANGUAGES = every<Language>()(['en', 'pl', 'ru']);
export type Session = Answer<Schemas['Session']>;
export type Person = Answer<Schemas['Person']>;
export type Token = Answer<Schemas['Token']>;
export type Settings = Answer<Schemas['Settings']>;

// --- Topics and queries

export type TopicKind = Schemas['TopicKindName'];
export const TOPIC_KINDS = every<TopicKind>()(['brand', 'product', 'person', 'account', 'hashtag', 'competitor', 'industry']);
export type AnswerPolicy = Schemas['AnswersName'];
export const ANSWER_POLICIES = every<AnswerPolicy>()(['every', 'addressed', 'none']);
export type Topic = Answer<Schemas['Topic']>;
/** A topic; `history` says how far the re-run over stored posts has come after its query changed. */
export type TopicDetail = Topic;
export type TopicDraft = Schemas['TopicDraft'];
export type TopicVersion = Answer<Schemas['QueryVersionBody']>;
/** `code` is a locale key: `query-error-<code>` or `query-warning-<code>`; `start` and `end` are UTF-16 units in the query. */
export type QueryFault = Answer<Schemas['QueryFaultBody']>;
export type Preview = Answer<Schemas['Preview']>;
/** A word of a query with its forms; its place is that of the word with its `[list]`. */
export type QueryWord = Answer<Schemas['WordBody']>;
export type QueryForm = Answer<Schemas['FormBody']>;
export type Comparison = Answer<Schemas['Comparison']>;
/** Other tools whose queries are translated to ours. */
export type Dialect = Schemas['DialectName'];
export const DIALECTS = every<Dialect>()(['brandwatch', 'youscan', 'sentione', 'powertrack', 'lucene']);
/** A named part, `$name`, which queries share. */
export type QueryPart = Answer<Schemas['QueryPart']>;
/** Random matches of a topic, to be marked right or wrong. */
export type Sample = Answer<Schemas['Sample']>;
/** How many matches are right, with the 95 % interval; shares from 0 to 1. */
export type Precision = Answer<Schemas['Precision']>;

// --- Radar and charts

export type Radar = Answer<Schemas['Radar']>;
export type RadarTopic = Answer<Schemas['RadarTopic']>;
export type Chart = Answer<Schemas['Chart']>;
export type ChartMark = Answer<Schemas['MarkBody']>;
export type NetworkShare = Answer<Schemas['NetworkShare']>;

// --- Mentions and cases

export type MentionKind = Schemas['ItemKindName'];
/** `spans` and `title_spans` are highlights, in UTF-16 units of `text` and `title`. */
export type Mention = Answer<Schemas['Mention']>;
export type MentionVersion = Answer<Schemas['Version']>;
export type CaseState = Schemas['CaseStateName'];
export const CASE_STATES = every<CaseState>()(['new', 'in-work', 'answered', 'escalated', 'closed']);
export type CloseReason = Schemas['CloseReasonName'];
export const CLOSE_REASONS = every<CloseReason>()([
  'no-answer-needed',
  'not-about-us',
  'spam',
  'duplicate',
  'settled-elsewhere',
  'provocation',
]);
export type Case = Answer<Schemas['Case']>;
export type CaseEntry = Answer<Schemas['CaseEntry']>;
export type CaseDetail = Answer<Schemas['CaseDetail']>;
export type CaseSummary = Answer<Schemas['CaseSummary']>;
/** A step with the state the person saw: 409 `conflict` when it has changed meanwhile. */
export type CaseStep = Schemas['CaseStepRequest'];

// --- Signals and incidents

export type Signal = Answer<Schemas['Signal']>;
export type IncidentStatus = Schemas['IncidentStatusName'];
export const INCIDENT_STATUSES = every<IncidentStatus>()(['suspected', 'confirmed', 'contained', 'closed']);
export type ClosingReason = Schemas['ClosingReasonName'];
export const CLOSING_REASONS = every<ClosingReason>()(['resolved', 'false-alarm', 'expected', 'duplicate']);
export type Incident = Answer<Schemas['Incident']>;
export type TimelineEntry = Answer<Schemas['TimelineEntry']>;
export type IncidentDetail = Answer<Schemas['IncidentDetail']>;
export type IncidentStep = Schemas['IncidentStepRequest'];

// --- Sources and imports

export type Source = Answer<Schemas['Source']>;
export type SourceDraft = Schemas['SourceChange'];
/** `reason` is a locale key: `refusal-<reason>`. */
export type Refused = Answer<Schemas['Refused']>;
export type Gap = Answer<Schemas['GapBody']>;
export type ImportReport = Answer<Schemas['ImportReport']>;
export type ImportFormat = Answer<Schemas['FormatBody']>;

// --- Alerts out

export type Channel = Answer<Schemas['Channel']>;
export type AlertReason = Schemas['AlertReasonName'];
export type Alert = Answer<Schemas['Alert']>;
export type Delivery = Answer<Schemas['Delivery']>;

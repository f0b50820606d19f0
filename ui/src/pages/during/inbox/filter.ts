// What the inbox shows: read from the address and written back, so that a view can be sent to a colleague as a link.
import type { CaseFilter } from '@/api/endpoints';
import { CASE_STATES, type Case, type CaseState } from '@/api/types';

/** `waiting` is what people outside still wait for: new and in work. */
export type StateChoice = CaseState | 'waiting' | 'all';
export const STATE_CHOICES: readonly StateChoice[] = ['waiting', ...CASE_STATES, 'all'];
export type Order = 'due' | 'newest';

export interface View {
  topic: number | null;
  network: string;
  lang: string;
  state: StateChoice;
  incident: number | null;
  /** A person's id, `me`, or empty for all. */
  assignee: string;
  q: string;
  order: Order;
}

/** Longest search text, in characters, as long as people type (guess). */
export const SEARCH_CHARS_MAX = 200;
/** Names of the view in the address, and in the links of rows. */
export const VIEW_NAMES = ['topic', 'network', 'lang', 'state', 'incident', 'assignee', 'q', 'order'] as const;

/** The view of an address; what is not understood is as if it were not there. */
export function readView(query: URLSearchParams): View {
  const state = query.get('state') ?? '';
  const assignee = query.get('assignee') ?? '';
  return {
    topic: readId(query.get('topic')),
    network: query.get('network') ?? '',
    lang: query.get('lang') ?? '',
    state: (STATE_CHOICES as readonly string[]).includes(state) ? (state as StateChoice) : 'waiting',
    incident: readId(query.get('incident')),
    assignee: /^(me|\d{1,15})$/.test(assignee) ? assignee : '',
    q: (query.get('q') ?? '').slice(0, SEARCH_CHARS_MAX),
    order: query.get('order') === 'newest' ? 'newest' : 'due',
  };
}

/** The states of a choice; `null` for all. */
export function statesOf(choice: StateChoice): readonly CaseState[] | null {
  if (choice === 'all') return null;
  return choice === 'waiting' ? ['new', 'in-work'] : [choice];
}

/** The view as the API takes it. */
export function toQuery(view: View): CaseFilter {
  const query: CaseFilter = { order: view.order };
  const states = statesOf(view.state);
  if (states) query.state = states.join(',');
  if (view.topic !== null) query.topic = view.topic;
  if (view.network) query.network = view.network;
  if (view.lang) query.lang = view.lang;
  if (view.incident !== null) query.incident = view.incident;
  if (view.assignee) query.assignee = view.assignee;
  if (view.q.trim()) query.q = view.q.trim();
  return query;
}

/** Whether a case that was in the view still is, after a step: steps change the state and the assignee, nothing else. */
export function stillFits(view: View, each: Case, me: number | null): boolean {
  const states = statesOf(view.state);
  if (states && !states.includes(each.state)) return false;
  if (view.assignee === '') return true;
  return each.assignee === (view.assignee === 'me' ? me : Number(view.assignee));
}

/** How many choices narrow the view, the search not counted. */
export function nChoices(view: View): number {
  const chosen = [view.topic !== null, view.network !== '', view.lang !== '', view.state !== 'waiting', view.incident !== null, view.assignee !== ''];
  return chosen.filter(Boolean).length;
}

function readId(text: string | null): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

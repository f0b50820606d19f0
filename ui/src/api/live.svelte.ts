// What the server tells as it happens: server-sent events, typed, with a state people can see and a word when to fetch again.
import { setClock } from './clock.svelte';
import type { Alert, CaseState, CaseSummary, ImportReport, IncidentStatus, Source } from './types';

export interface LiveEvents {
  hello: { now: string; speed: number; last_alert: number | null };
  mentions: { topics: Record<string, number> };
  case: { id: number; state: CaseState };
  cases: CaseSummary;
  incident: { id: number; status: IncidentStatus; topic: number };
  alert: Alert;
  source: { id: number; trouble: Source['trouble'] };
  import: ImportReport;
  topic: { id: number };
  clock: { now: string; speed: number };
  /** We read too slowly, and events were dropped. */
  behind: Record<string, never>;
}

/** What cannot be missed for long: after a break of the connection everything on the screen is fetched again. */
type Happening = keyof LiveEvents | 'resync';
type Handler<K extends Happening> = (data: K extends keyof LiveEvents ? LiveEvents[K] : undefined) => void;

const NAMES: readonly (keyof LiveEvents)[] = [
  'hello', 'mentions', 'case', 'cases', 'incident', 'alert', 'source', 'import', 'topic', 'clock', 'behind',
];
/** Waits before a new try, in milliseconds; the last repeats. */
const RETRY_MS = [1000, 2000, 5000, 10_000];

const handlers = new Map<Happening, Set<(data: never) => void>>();
let stream: EventSource | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let n_failures = 0;
let greeted = false;
let state = $state<'off' | 'on' | 'lost'>('off');

/** Whether the line to the server stands: `lost` must be visible. */
export function liveState(): 'off' | 'on' | 'lost' {
  return state;
}

/** Calls the handler on each event of that name; returns how to stop. Use inside `$effect`: `$effect(() => live('case', …))`. */
export function live<K extends Happening>(name: K, handler: Handler<K>): () => void {
  const set = handlers.get(name) ?? new Set();
  handlers.set(name, set);
  set.add(handler as (data: never) => void);
  return () => set.delete(handler as (data: never) => void);
}

export function startLive(): void {
  if (stream || retry) return;
  open();
}

export function stopLive(): void {
  clearTimeout(retry);
  retry = undefined;
  stream?.close();
  stream = null;
  greeted = false;
  n_failures = 0;
  state = 'off';
}

function open(): void {
  retry = undefined;
  stream = new EventSource('/api/v1/live');
  for (const name of NAMES) stream.addEventListener(name, (event) => receive(name, (event as MessageEvent<string>).data));
  stream.onopen = () => {
    n_failures = 0;
    state = 'on';
  };
  // The browser's own repetition gives up on some failures, so each failure closes the stream and a new one is opened.
  stream.onerror = () => {
    stream?.close();
    stream = null;
    state = 'lost';
    retry = setTimeout(open, RETRY_MS[Math.min(n_failures, RETRY_MS.length - 1)]);
    n_failures += 1;
  };
}

function receive<K extends keyof LiveEvents>(name: K, text: string): void {
  const data = JSON.parse(text) as LiveEvents[K];
  if (name === 'hello' || name === 'clock') {
    const { now, speed } = data as LiveEvents['clock'];
    setClock(now, speed);
  }
  tell(name, data);
  if (name === 'behind') tell('resync', undefined);
  if (name === 'hello') {
    if (greeted) tell('resync', undefined);
    greeted = true;
  }
}

function tell(name: Happening, data: unknown): void {
  for (const handler of handlers.get(name) ?? []) (handler as (data: unknown) => void)(data);
}

// Talks to the API: one typed `call`, and one kind of error that the pages can put into words.
import type { Endpoints } from './endpoints';
import type { QueryFault } from './types';

const BASE = '/api/v1';

type Part<E, K extends keyof E> = E[K] extends object ? { [P in K]: E[K] } : { [P in K]?: undefined };
/** What a call is given: exactly the parts its endpoint has. A query may be left out where none of it is needed. */
export type Given<E extends keyof Endpoints> = Part<Endpoints[E], 'path'> &
  Part<Endpoints[E], 'body'> &
  QueryPart<Endpoints[E]['query']> & { signal?: AbortSignal };
type QueryPart<Q> = object extends Q ? { query?: Q } : Q extends object ? { query: Q } : { query?: undefined };
type Args<E extends keyof Endpoints> = object extends Given<E> ? [given?: Given<E>] : [given: Given<E>];

/** The server refused, or could not be reached (`status` 0, code `unreachable`). */
export class ApiError extends Error {
  readonly status: number;
  /** Locale key `error-<code>`. */
  readonly code: string;
  readonly args: Record<string, string | number>;
  /** Where the query is wrong, with code `bad-query`. */
  readonly fault: QueryFault | null;

  constructor(status: number, code: string, args: Record<string, string | number> = {}, fault: QueryFault | null = null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.args = args;
    this.fault = fault;
  }
}

type Listener = () => void;
let onSignedOut: Listener = () => {};

/** Sets what happens when the server says that nobody is signed in. */
export function whenSignedOut(listener: Listener): void {
  onSignedOut = listener;
}

/** Asks the server. Throws `ApiError`, or the `AbortError` of the given signal. */
export async function call<E extends keyof Endpoints>(
  endpoint: E,
  ...[given]: Args<E>
): Promise<Endpoints[E]['answer']> {
  const [method, template] = endpoint.split(' ') as [string, string];
  const { path, query, body, signal } = (given ?? {}) as {
    path?: Record<string, string | number>;
    query?: object;
    body?: unknown;
    signal?: AbortSignal;
  };
  const init: RequestInit = { method, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  // Writes are JSON even without a body: the header is what a foreign page cannot send unasked.
  if (method !== 'GET') init.headers = { 'content-type': 'application/json' };
  if (body !== undefined) init.body = JSON.stringify(body);
  return read<Endpoints[E]['answer']>(await reach(address(template, path, query), init));
}

/** Address of an endpoint, for links such as exports. */
export function address(template: string, path: Record<string, string | number> = {}, query: object = {}): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return BASE + filled + (text ? `?${text}` : '');
}

/** Reads an answer of the API, also of uploads that do not go through `call`. */
export async function read<A>(response: Response): Promise<A> {
  if (response.ok) {
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as A;
  }
  throw await refusal(response);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'unreachable');
  }
}

async function refusal(response: Response): Promise<ApiError> {
  let error = new ApiError(response.status, response.status === 413 ? 'too-large' : 'unreachable');
  try {
    const body = (await response.json()) as {
      error?: { code: string; args?: Record<string, string | number> };
      fault?: QueryFault;
    };
    if (body.error) error = new ApiError(response.status, body.error.code, body.error.args ?? {}, body.fault ?? null);
  } catch {
    // Not our JSON: a proxy answered. The status alone must do.
  }
  if (error.code === 'not-signed-in') onSignedOut();
  return error;
}

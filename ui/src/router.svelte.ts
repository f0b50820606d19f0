// A small router on the browser's history: each page has an address, links are plain `<a href>`.
import type { Component } from 'svelte';
import { PAGES } from './pages/all';

export interface Params {
  [name: string]: string;
}

/** Pages take their own narrower props, so `any` is all that they share; the router gives each the `params` of its address. */
export type PageModule = { default: Component<any> };

export interface PageEntry {
  /** Address with `:name` parts, as in `/incidents/:id`. */
  path: string;
  /** Loads the page, as a chunk of its own. */
  load: () => Promise<PageModule>;
  /** Locale key of its title. */
  title: string;
  /** Key of the navigation entry that is lit. */
  nav: string;
  /** Entries with the same `room` keep the page standing when one leads to the other (inbox list and its case). */
  room?: string;
  /** Whether it may be seen without signing in. */
  open?: boolean;
}

export interface Route {
  entry: PageEntry | null;
  path: string;
  params: Params;
  query: URLSearchParams;
  hash: string;
}

let route = $state.raw<Route>(match(location));

/** Where we are. */
export function here(): Route {
  return route;
}

/** Goes to an address of this app. */
export function go(address: string, how: { replace?: boolean } = {}): void {
  const url = new URL(address, location.origin);
  if (how.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  arrive();
}

/** Changes query parameters in place; empty values are removed. Filters live in the address, so that they can be shared. */
export function setQuery(changes: Record<string, string | number | null | undefined>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  if (url.href === location.href) return;
  history.replaceState(history.state, '', url);
  route = match(location);
}

/** Starts to follow links and the browser's buttons; returns how to stop. */
export function startRouter(): () => void {
  const back = () => arrive();
  window.addEventListener('popstate', back);
  document.addEventListener('click', follow);
  return () => {
    window.removeEventListener('popstate', back);
    document.removeEventListener('click', follow);
  };
}

function arrive(): void {
  const before = route;
  route = match(location);
  const same = before.entry && route.entry && standing(before) === standing(route);
  if (!same) window.scrollTo(0, 0);
}

/** What must change for a page to be built anew. */
export function standing(of: Route): string {
  return of.entry?.room ?? of.path;
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/api/') || link.pathname.startsWith('/-/')) return;
  // A jump within the page is the browser's own business.
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  go(link.href);
}

function match(at: Location): Route {
  const path = at.pathname.length > 1 ? at.pathname.replace(/\/+$/, '') : at.pathname;
  const query = new URLSearchParams(at.search);
  for (const entry of PAGES) {
    const params = fit(entry.path, path);
    if (params) return { entry, path, params, query, hash: at.hash };
  }
  return { entry: null, path, params: {}, query, hash: at.hash };
}

function fit(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Params = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      params[part.slice(1)] = decode(value);
    } else if (part !== value) {
      return null;
    }
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// Who is signed in, what this installation is, and what everybody's pages share: people's names and the counters of the inbox.
import { setLanguage } from '../words.svelte';
import { call, whenSignedOut } from './client';
import { setClock } from './clock.svelte';
import { live, startLive, stopLive } from './live.svelte';
import { LANGUAGES, type CaseSummary, type Language, type Person, type Session } from './types';

let session = $state.raw<Session | null>(null);
let people = $state.raw<Person[]>([]);
let summary = $state.raw<CaseSummary>({ unanswered: 0, late: 0, oldest_waiting_at: null });

/** The session; `null` until the server has answered. */
export function currentSession(): Session | null {
  return session;
}

/** The person who is signed in. */
export function me(): Person | null {
  return session?.person ?? null;
}

/** Everybody, also people switched off: what they did stays theirs. */
export function everybody(): Person[] {
  return people;
}

/** A person's name; `null` when the id is not known here. */
export function personName(id: number): string | null {
  return people.find((person) => person.id === id)?.name ?? null;
}

/** Unanswered, late and oldest waiting over all topics. */
export function caseSummary(): CaseSummary {
  return summary;
}

/** Asks the server who we are. */
export async function loadSession(): Promise<void> {
  await take(await call('GET /session'));
}

/** Takes a session that a call gave: sign-in, set-up, a changed profile. */
export async function take(next: Session): Promise<void> {
  setClock(next.now, next.speed);
  await setLanguage(next.person?.language ?? rememberedLanguage() ?? (next.setup_needed ? browserLanguage() : next.language));
  session = next;
  if (next.person) {
    startLive();
    await refreshShared();
  } else {
    stopLive();
  }
}

export async function signOut(): Promise<void> {
  await call('DELETE /session');
  stopLive();
  await loadSession();
}

/** Changes the interface language: at once here, and in the profile of who is signed in. */
export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await setLanguage(language);
  if (session?.person) await take(await call('PATCH /session', { body: { language } }));
}

/** Fetches people and counters again, after somebody was added or the line was cut. */
export async function refreshShared(): Promise<void> {
  [people, summary] = await Promise.all([call('GET /people'), call('GET /cases/summary')]);
}

/** Puts a changed person into the list without asking the server again. */
export function putPerson(person: Person): void {
  people = people.some((each) => each.id === person.id)
    ? people.map((each) => (each.id === person.id ? person : each))
    : [...people, person];
}

whenSignedOut(() => {
  if (!session?.person) return;
  stopLive();
  session = { ...session, person: null };
});
live('cases', (next) => (summary = next));
live('resync', () => void refreshShared().catch(() => {}));

const LANGUAGE_KEY = 'nabat.language';

function rememberedLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    return LANGUAGES.find((each) => each === kept) ?? null;
  } catch {
    return null;
  }
}

/** The first language of the browser that Nabat speaks: before anybody is known, and when the server cannot be reached. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return LANGUAGES.find((each) => each === wanted.find((tag) => LANGUAGES.some((known) => known === tag))) ?? 'en';
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Storage may be forbidden; the profile still keeps it.
  }
}

// Keyboard commands. A page says which it has, the help shows them, and they stay silent while somebody types.

import { untrack } from 'svelte';

export interface Command {
  /** Keys as the help shows them: `j`, `?`, `Enter`, `g r` (one after the other). */
  keys: string;
  /** Locale key of what it does. */
  label: string;
  /** Locale key of its group in the help. */
  group: string;
  run: (event: KeyboardEvent) => void;
}

/** How long after `g` the second key may come, in milliseconds (guess). */
const SEQUENCE_MS = 1500;
const SWITCH = 'nabat.keys';

let commands = $state.raw<readonly Command[]>([]);
let on = $state(readSwitch());
let first: { key: string; at: number } | null = null;

/** The commands that work right now, for the help. */
export function allCommands(): readonly Command[] {
  return commands;
}

/** Adds commands; returns how to take them away. Use inside `$effect`: `$effect(() => commandsHere([...]))`. */
export function commandsHere(added: readonly Command[]): () => void {
  // Untracked: an effect that adds commands must not run again because commands were added.
  commands = [...untrack(() => commands), ...added];
  return () => {
    commands = untrack(() => commands).filter((each) => !added.includes(each));
  };
}

/** Single keys can be switched off, for people whose speech input or tremor presses them (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return on;
}

export function switchSingleKeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(SWITCH, next ? 'on' : 'off');
  } catch {
    // It then holds until the page is closed.
  }
}

/** Starts to listen; returns how to stop. */
export function startKeys(): () => void {
  window.addEventListener('keydown', pressed);
  return () => window.removeEventListener('keydown', pressed);
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (busy(event.target)) return;
  const key = plainKey(event);
  // `?` opens the help in any case: there the keys are switched on again.
  if (!on && key !== '?') return;
  const started = first && event.timeStamp - first.at < SEQUENCE_MS ? first.key : null;
  first = null;
  const two = started ? commands.findLast((each) => each.keys === `${started} ${key}`) : undefined;
  // The latest added wins: what stands in front is closer to the person.
  const command = two ?? commands.findLast((each) => each.keys === key);
  if (command) {
    if (key === 'Enter' && isControl(event.target)) return;
    event.preventDefault();
    command.run(event);
  } else if (commands.some((each) => each.keys.startsWith(`${key} `))) {
    first = { key, at: event.timeStamp };
  }
}

/** The key as on a Latin keyboard, so that `j` works where the layout is Russian. */
export function plainKey(event: KeyboardEvent): string {
  const { key, code } = event;
  if (/^[a-z]$/i.test(key) || key.length > 1 || key === '/' || key === '?') return key.length === 1 ? key.toLowerCase() : key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  if (code === 'Slash') return event.shiftKey ? '?' : '/';
  if (code === 'Period' && !event.shiftKey) return '.';
  return key;
}

function busy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('dialog[open]')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a[href], button, summary, [role="option"]') !== null;
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

// Short messages about what was just done. They go by themselves; errors stay until they are closed.

export interface Toast {
  id: number;
  words: string;
  kind: 'done' | 'error';
}

/** How long a message stands, in milliseconds: long enough to read twice (guess). */
const SHOWN_MS = 5000;
const TOASTS_MAX = 4;

let list = $state.raw<readonly Toast[]>([]);
let n_made = 0;

export function toasts(): readonly Toast[] {
  return list;
}

export function toast(words: string, kind: Toast['kind'] = 'done'): void {
  n_made += 1;
  const made = { id: n_made, words, kind };
  list = [...list.slice(1 - TOASTS_MAX), made];
  if (kind === 'done') setTimeout(() => dropToast(made.id), SHOWN_MS);
}

export function dropToast(id: number): void {
  list = list.filter((each) => each.id !== id);
}

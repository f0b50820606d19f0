// Light, dark, or as the system says. `public/theme.js` applies the choice before the first paint.

export type Theme = 'auto' | 'light' | 'dark';
const KEY = 'nabat.theme';
const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };

const system = window.matchMedia('(prefers-color-scheme: dark)');
let chosen = $state<Theme>(read());
let systemDark = $state(system.matches);
system.addEventListener('change', (event) => (systemDark = event.matches));

export function theme(): Theme {
  return chosen;
}

/** Whether the page is dark now; charts are drawn again when it changes. */
export function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'auto' && systemDark);
}

/** Goes round: system, light, dark. */
export function nextTheme(): void {
  setTheme(NEXT[chosen]);
}

export function setTheme(next: Theme): void {
  chosen = next;
  if (next === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It then holds until the page is closed.
  }
}

function read(): Theme {
  const set = document.documentElement.dataset.theme;
  return set === 'light' || set === 'dark' ? set : 'auto';
}

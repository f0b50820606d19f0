// The named parts of queries, shared by the pages that name or offer them.
import { call } from './client';
import type { QueryPart } from './types';

let parts = $state.raw<readonly QueryPart[]>([]);
let asked = false;

/** All named parts, by name. Fetched once, and again when one changes. */
export function allParts(): readonly QueryPart[] {
  if (!asked) {
    asked = true;
    void refreshParts();
  }
  return parts;
}

export async function refreshParts(): Promise<void> {
  try {
    const found = await call('GET /query-parts');
    parts = found.sort((a, b) => a.name.localeCompare(b.name));
  } catch {
    // Suggestions are a help only; the page of the parts shows its own error. The next look tries again.
    asked = false;
  }
}

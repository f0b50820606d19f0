// The imports of this installation, kept fresh while some are running.
import { call, type ApiError } from '@/api/client';
import { live } from '@/api/live.svelte';
import { asApiError } from '@/api/pager.svelte';
import type { ImportReport } from '@/api/types';
import { whenSent } from './uploads.svelte';

/** How often running imports are asked for when nothing is told, in milliseconds. */
const ASK_MS = 5000;

let list = $state.raw<readonly ImportReport[] | null>(null);
let error = $state.raw<ApiError | null>(null);

/** Newest first; `null` until they have come. */
export function imports(): readonly ImportReport[] | null {
  return list;
}

export function importsError(): ApiError | null {
  return error;
}

export async function loadImports(): Promise<void> {
  try {
    list = await call('GET /imports');
    error = null;
  } catch (refusal) {
    error = asApiError(refusal);
  }
}

/** Keeps the list fresh while a page shows it; returns how to stop. */
export function watchImports(): () => void {
  void loadImports();
  const stops = [live('import', put), live('resync', () => void loadImports())];
  const timer = setInterval(() => {
    if (list?.some((each) => each.state === 'running')) void loadImports();
  }, ASK_MS);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Puts what is told about one import into the list. */
function put(report: ImportReport): void {
  if (list === null) return;
  list = list.some((each) => each.id === report.id)
    ? list.map((each) => (each.id === report.id ? report : each))
    : [report, ...list];
}

whenSent(put);

// What a person may do with an incident, by where it stands. The server decides the same; here it only says which buttons there are.
import type { IncidentStatus, IncidentStep } from '../../../api/types';

export type StepName = IncidentStep['step'];

const ALLOWED: Record<StepName, readonly IncidentStatus[]> = {
  own: ['suspected', 'confirmed', 'contained'],
  confirm: ['suspected', 'contained'],
  contain: ['suspected', 'confirmed'],
  close: ['suspected', 'confirmed', 'contained'],
  reopen: ['closed'],
  note: ['suspected', 'confirmed', 'contained', 'closed'],
};

/** Steps whose words may be left out. */
const WORDLESS: readonly StepName[] = ['confirm', 'contain', 'own'];

/** Longest words, in characters, as the server takes them. */
export const WORDS_MAX = 4000;

export function isAllowed(step: StepName, status: IncidentStatus): boolean {
  return ALLOWED[step].includes(status);
}

export function needsWords(step: StepName): boolean {
  return !WORDLESS.includes(step);
}

/** Keys of the steps in the room. */
export const STEP_KEYS: Record<StepName, string> = { own: 'i', confirm: 'y', contain: 's', close: 'c', reopen: 'r', note: 'n' };

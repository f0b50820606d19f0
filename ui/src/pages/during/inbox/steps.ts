// What a person may do with a case in each state, as the rules of `crisis::during::case` say; the server has the last word.
import type { Case, CaseDetail, CaseEntry, CaseState, CaseStep, CloseReason } from '@/api/types';
import { personName } from '@/api/session.svelte';
import { key, t } from '@/words.svelte';

export type StepKind = 'take' | 'assign' | 'release' | 'answer' | 'escalate' | 'close' | 'reopen' | 'note';
/** Steps that need words, a reason or a person: they open a form. */
export type FormKind = Exclude<StepKind, 'take' | 'release'>;

/** Locale keys of the buttons. */
export const STEP_WORDS: Record<StepKind, string> = {
  take: key('case-take'),
  assign: key('case-assign'),
  release: key('case-release'),
  answer: key('case-answer'),
  escalate: key('case-escalate'),
  close: key('case-close'),
  reopen: key('case-reopen'),
  note: key('case-note'),
};

/** Longest words of a step, in characters, as the server has it. */
export const WORDS_CHARS_MAX = 4000;

const ALLOWED: Record<CaseState, readonly StepKind[]> = {
  new: ['take', 'answer', 'escalate', 'close', 'assign', 'note'],
  'in-work': ['take', 'answer', 'escalate', 'close', 'assign', 'release', 'note'],
  escalated: ['answer', 'close', 'assign', 'reopen', 'note'],
  answered: ['reopen', 'note'],
  closed: ['reopen', 'note'],
};

/** Whether a step makes sense. Taking a case that is mine already does not. */
export function allows(each: Case, kind: StepKind, me: number | null): boolean {
  if (kind === 'take' && each.state === 'in-work' && each.assignee === me) return false;
  return ALLOWED[each.state].includes(kind);
}

/** What a person has written for a step and not sent yet. */
export interface Draft {
  words: string;
  link: string;
  reason: CloseReason | '';
  /** A person's id; 0 for nobody of ours. */
  to: number;
}

export function emptyDraft(): Draft {
  return { words: '', link: '', reason: '', to: 0 };
}

/** The step of a filled form, to be sent with the state the person saw; `null` while a needed choice is missing. */
export function stepOf(kind: FormKind, draft: Draft, seen: CaseState): CaseStep | null {
  const words = draft.words.trim();
  const link = draft.link.trim();
  switch (kind) {
    case 'answer':
      return link ? { step: 'answer', link, words, seen } : { step: 'answer', words, seen };
    case 'escalate':
      return draft.to ? { step: 'escalate', to: draft.to, words, seen } : { step: 'escalate', words, seen };
    case 'close':
      return draft.reason ? { step: 'close', reason: draft.reason, words, seen } : null;
    case 'assign':
      return draft.to ? { step: 'assign', to: draft.to, seen } : null;
    case 'reopen':
      return { step: 'reopen', words, seen };
    case 'note':
      return { step: 'note', words, seen };
  }
}

/** Who did it, in words. */
export function whoOf(entry: CaseEntry): string {
  if (entry.by === null) return t('case-by-nabat');
  return personName(entry.by) ?? t('case-by-unknown');
}

/** What was done, in words. */
export function whatOf(entry: CaseEntry): string {
  const to = entry.to === null ? null : (personName(entry.to) ?? t('case-by-unknown'));
  if (entry.step === 'assign') return entry.to === entry.by || to === null ? t('case-step-taken') : t('case-step-assign', { to });
  if (entry.step === 'escalate' && to !== null) return t('case-step-escalate-to', { to });
  if (entry.step === 'close' && entry.reason) return t('case-step-close-reason', { reason: t(`close-reason-${entry.reason}`) });
  return t(`case-step-${entry.step}`);
}

/** The entries that one detail has and an older one had not. */
export function entriesSince(older: CaseDetail | null, newer: CaseDetail): readonly CaseEntry[] {
  return older && older.case.id === newer.case.id ? newer.history.slice(older.history.length) : [];
}

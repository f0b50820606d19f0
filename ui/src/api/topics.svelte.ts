// The topics, shared by every page that filters or names them.
import { call } from './client';
import { live } from './live.svelte';
import type { Topic } from './types';

let topics = $state.raw<Topic[]>([]);
let asked = false;

/** All topics that are not archived, by name. Fetched once, and again when one changes. */
export function allTopics(): Topic[] {
  if (!asked) {
    asked = true;
    void refreshTopics();
  }
  return topics;
}

/** A topic's name; `null` when it is archived or not known yet. */
export function topicName(id: number): string | null {
  return allTopics().find((topic) => topic.id === id)?.name ?? null;
}

export async function refreshTopics(): Promise<void> {
  try {
    topics = await call('GET /topics');
  } catch {
    // The page that needs them shows its own error; the next look tries again.
    asked = false;
  }
}

live('topic', () => void refreshTopics());
live('resync', () => void refreshTopics());

// What a source is called: a feed has the name people gave it, the others are named by what they are.
import type { Source } from '@/api/types';
import { t } from '@/words.svelte';

export function sourceName(source: Source): string {
  return source.kind === 'feed' ? source.name : t(`source-kind-${source.kind}`);
}

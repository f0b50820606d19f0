// j and k through a list: moves the focus among the elements that a selector finds.

/** Focuses the next (1) or previous (-1) element of the list. */
export function moveFocus(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = all.findIndex((each) => each === document.activeElement || each.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by;
  const target = all[Math.max(0, Math.min(all.length - 1, next))];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

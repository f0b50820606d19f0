// Answers a flood of live events with one fetch now and then.

/** Calls `run` at once, and again at most every `ms` while asked; what was asked meanwhile is not lost. */
export function throttle(run: () => void, ms: number): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const wake = () => {
    timer = undefined;
    if (asked) fire();
  };
  const fire = () => {
    asked = false;
    timer = setTimeout(wake, ms);
    run();
  };
  return {
    ask: () => {
      if (timer === undefined) fire();
      else asked = true;
    },
    stop: () => clearTimeout(timer),
  };
}

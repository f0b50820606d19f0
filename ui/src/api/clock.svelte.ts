// The server's time in the browser: relative times and response clocks follow the server, also when the demo runs faster.

const TICK_MS = 1000;

let base = $state(Date.now());
let measuredAt = $state(performance.now());
let rate = $state(1);
let tick = $state(0);

/** Sets the clock from the server's answer. */
export function setClock(now: string, speed: number): void {
  const at = Date.parse(now);
  if (Number.isNaN(at)) return;
  base = at;
  measuredAt = performance.now();
  rate = speed > 0 ? speed : 1;
}

/** The server's time in milliseconds, moving once a second for everything that shows it. */
export function now(): number {
  void tick;
  return base + (performance.now() - measuredAt) * rate;
}

/** World seconds per real second. */
export function speed(): number {
  return rate;
}

/** Starts the tick; returns how to stop it. */
export function startClock(): () => void {
  const timer = setInterval(() => {
    if (!document.hidden) tick += 1;
  }, TICK_MS);
  const seen = () => (tick += 1);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}

// The sound of a bell, made on the spot: partials of a struck bell, each fading at its own pace. No file to load.

/** Ratios to the strike note, loudness and seconds until silence, after the classic bell partials (hum, prime, tierce, quint, nominal). */
const PARTIALS: readonly (readonly [ratio: number, loudness: number, seconds: number])[] = [
  [0.5, 0.32, 3.2],
  [1, 0.42, 2.4],
  [1.19, 0.28, 1.9],
  [1.5, 0.16, 1.4],
  [2, 0.34, 1.2],
  [2.52, 0.1, 0.8],
  [3.01, 0.08, 0.6],
];
const STRIKE_HZ = 523;
const LOUDNESS = 0.3;
/** Between two strokes, in seconds. */
const STROKE_GAP = 0.62;

let audio: AudioContext | null = null;

/** Whether the browser lets us be heard: only after a click or a key. */
export function soundAllowed(): boolean {
  return audio?.state === 'running';
}

/** Asks the browser to let us be heard; call it from a click or a key. */
export async function unlockSound(): Promise<boolean> {
  try {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') await audio.resume();
  } catch {
    // A machine without sound: the banner and the title must do.
    return false;
  }
  return soundAllowed();
}

/** Strikes the bell so many times. */
export function ringBell(n_strokes: number): void {
  if (!audio || audio.state !== 'running') return;
  for (let stroke = 0; stroke < n_strokes; stroke += 1) strike(audio, audio.currentTime + 0.02 + stroke * STROKE_GAP);
}

function strike(context: AudioContext, at: number): void {
  const out = context.createGain();
  out.gain.value = LOUDNESS;
  out.connect(context.destination);
  for (const [ratio, loudness, seconds] of PARTIALS) {
    const tone = context.createOscillator();
    const fade = context.createGain();
    tone.frequency.value = STRIKE_HZ * ratio;
    fade.gain.setValueAtTime(0.0001, at);
    fade.gain.exponentialRampToValueAtTime(loudness, at + 0.008);
    fade.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    tone.connect(fade).connect(out);
    tone.start(at);
    tone.stop(at + seconds);
  }
}

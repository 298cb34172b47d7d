/** Imports nothing and is imported first, so that this is when the app's own code begins. */
const main = Date.now();
let ready = 0;

/** Electron is ready: windows can be made. */
export function electronIsReady(): void {
  ready = Date.now();
}

/** Tells a benchmark how this start went, in epoch milliseconds: `START {"main":..,"ready":..,"firstPaint":..}`. */
export function tellStartTimes(firstPaint: number): void {
  if (process.env.PERSONARIUM_START_TIMES !== '1') return;
  process.stdout.write(`START ${JSON.stringify({ main, ready, firstPaint: Math.round(firstPaint) })}\n`);
}

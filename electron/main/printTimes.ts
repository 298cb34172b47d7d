/** What the parts of one print took. */
export interface PrintTimes {
  /** Ends a part: `load` (document, fonts, images), `print`, `patch` (exact page boxes). */
  readonly lap: (part: 'load' | 'print' | 'patch') => void;
  /** Prints the same page once more, alone, and tells all times. */
  readonly tell: (printAgain: () => Promise<unknown>) => Promise<void>;
}

const NOT_ASKED: PrintTimes = { lap: () => undefined, tell: async () => undefined };

/** Tells a benchmark what a print took, in ms: `PRINT {"load":..,"print":..,"patch":..,"alone":..}`. */
export function printTimes(): PrintTimes {
  if (process.env.PERSONARIUM_PRINT_TIMES !== '1') return NOT_ASKED;
  const laps: Record<string, number> = {};
  let from = performance.now();
  const lap = (part: string) => {
    const now = performance.now();
    laps[part] = now - from;
    from = now;
  };
  return {
    lap,
    tell: async (printAgain) => {
      from = performance.now();
      await printAgain();
      lap('alone');
      process.stdout.write(`PRINT ${JSON.stringify(laps)}\n`);
    },
  };
}

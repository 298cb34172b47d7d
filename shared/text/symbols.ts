import { SYMBOL_ADVANCES } from './symbolAdvances';

const advances = new Map<string, number>();
for (const run of SYMBOL_ADVANCES.split(' ')) {
  const [range = '', thousandths] = run.split(':');
  const [from = '', to = from] = range.split('-');
  for (let point = Number.parseInt(from, 16); point <= Number.parseInt(to, 16); point++)
    advances.set(String.fromCodePoint(point), Number(thousandths) / 1000);
}

const MAY_HOLD_SYMBOLS = /[\u0391-\u03D6\u2010-\u205E\u2070-\u27BF]/;

export interface SymbolSplit {
  /** The text between the symbols, in order. */
  readonly runs: readonly string[];
  readonly symbols: readonly string[];
  /** What the symbols take together, in em: the same behind every font, since theirs has one weight and no slant. */
  readonly advance: number;
}

/** Splits a text at the signs that the embedded symbol fonts draw, since the text fonts lack them; null when it holds none. */
export function splitAtSymbols(text: string): SymbolSplit | null {
  if (!MAY_HOLD_SYMBOLS.test(text)) return null;
  const runs: string[] = [];
  const symbols: string[] = [];
  let run = '';
  let advance = 0;
  for (const character of text) {
    const own = advances.get(character);
    if (own === undefined) {
      run += character;
      continue;
    }
    symbols.push(character);
    advance += own;
    if (run !== '') runs.push(run);
    run = '';
  }
  if (symbols.length === 0) return null;
  if (run !== '') runs.push(run);
  return { runs, symbols, advance };
}

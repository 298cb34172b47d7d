/** A generator that always gives the same numbers (mulberry32), so that a test knows its customers. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CITIES = ['Nantes', 'Nantes', 'Nantes', 'Rezé', 'Orvault', 'Vertou', 'Clisson', 'Pornic', ''];
const TWO = (value: number) => String(value).padStart(2, '0');

/** Invented customers of a shop, as its cash desk would export them; four rows have something wrong. */
export function customersCsv(count = 1284): string {
  const random = numbers(7);
  const bell = (middle: number, reach: number) => middle + (random() + random() + random() - 1.5) * reach;
  const rows = Array.from({ length: count }, (_, at) => {
    const age = Math.round(Math.min(78, Math.max(18, bell(42, 26))));
    const gender = random() < 0.52 ? 'femme' : random() < 0.97 ? 'homme' : 'autre';
    const city = CITIES[Math.floor(random() * CITIES.length)] ?? '';
    const spent = Math.max(40, bell(145, 90)).toFixed(2).replace('.', ',');
    const date = `${TWO(1 + Math.floor(random() * 28))}/${TWO(1 + Math.floor(random() * 12))}/2026`;
    const channel = random() < 0.58 ? 'boutique' : random() < 0.75 ? 'site' : 'tchat';
    const note = Math.round(Math.min(10, Math.max(0, bell(8, 4))));
    return [age, gender, city, spent, date, channel, note, `client${at}@exemple.fr`];
  });
  const set = (line: number, column: number, value: string) => {
    const row = rows[line - 2];
    if (row) row[column] = value;
  };
  set(47, 4, '31/02/2026');
  set(212, 0, '336');
  set(609, 6, '11');
  const lines = rows.map((row) => row.join(';'));
  if (lines[878]) lines[878] = lines[878].replace(';', ';;');
  return `age;genre;ville;depense;dernier_achat;canal;note;email\n${lines.join('\n')}\n`;
}

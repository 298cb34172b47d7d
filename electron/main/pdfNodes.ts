const NODE = /\(node(\d{8})\)/g;

/**
 * The same file with the names of its structure elements counted from 1. The engine goes on counting from one print to the next, so that a poster was another file when something had
 * been printed before it. Names keep their order (ISO 32000-1, 7.9.6 wants them sorted) and their length.
 */
export function withOwnNodeNames(pdf: Buffer): Buffer {
  const found = [...pdf.toString('latin1').matchAll(NODE)];
  const names = [...new Set(found.map(([, digits]) => digits))].sort();
  const own = new Map(names.map((digits, at) => [digits, `(node${String(at + 1).padStart(8, '0')})`]));
  const bytes = Buffer.from(pdf);
  for (const { index, 1: digits } of found) bytes.write(own.get(digits) ?? '', index, 'latin1');
  return bytes;
}

import { fail, ok, type Result } from '@shared/base/result';
import { type PersonaSet, personasOf } from '@shared/exchange/personaSet';
import { newId } from '../newId';

const LIMIT_MB = 256;

export const isMarkdownName = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** The personas of a file of any format that holds some: told by its first bytes; Markdown, which may begin with anything, also by its name. */
export async function readPersonaFile(bytes: Uint8Array, name: string): Promise<Result<PersonaSet>> {
  if (bytes.length > LIMIT_MB * 1024 * 1024) return fail({ code: 'file-too-large', name, limitMb: LIMIT_MB });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes, name);
  if (firstSign(bytes) === '{') return (await import('@shared/exchange/personaJson')).readPersonaJson(bytes, name);
  if (isMarkdownName(name) || firstSign(bytes) === '#')
    return (await import('@shared/exchange/readPersonaMarkdown')).readPersonaMarkdown(bytes, newId, name);
  const rows = await tableRows(new Blob([new Uint8Array(bytes)]), name);
  if (!rows.ok) return rows;
  return (await import('@shared/exchange/personaCsv')).personasFromRows(rows.value, newId, name);
}

async function readArchive(bytes: Uint8Array, name: string): Promise<Result<PersonaSet>> {
  const { readFile } = await import('../workshopFiles');
  const bundle = await readFile(bytes, name);
  if (!bundle.ok) return bundle;
  const set = personasOf(bundle.value);
  return set.personas.length > 0 ? ok(set) : fail({ code: 'no-personas', name });
}

/** The first sign that is no space, behind a byte order mark. */
function firstSign(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (const byte of bytes.subarray(start, start + 4096)) if (byte > 0x20) return String.fromCharCode(byte);
  return '';
}

/** Every row of a table of text. Fails with `no-personas` for what is none, with `file-invalid` at a row that is broken. */
export async function tableRows(file: Blob, name: string): Promise<Result<readonly (readonly string[])[]>> {
  const { csvFacts, csvRows, WrongEncoding } = await import('@/tables/csvRows');
  const read = async (encoding: string | null) => {
    const rows: (readonly string[])[] = [];
    let broken = 0;
    for await (const batch of csvRows(file, await csvFacts(file, { encoding }))) {
      for (const row of batch.rows) rows.push(row);
      broken ||= batch.broken[0]?.line ?? 0;
    }
    return broken > 0 ? fail({ code: 'file-invalid', name, where: `${broken}`, reason: 'schema' } as const) : ok(rows);
  };
  try {
    return await read(null).catch((error: unknown) => {
      if (error instanceof WrongEncoding) return read(error.encoding);
      throw error;
    });
  } catch {
    return fail({ code: 'no-personas', name });
  }
}

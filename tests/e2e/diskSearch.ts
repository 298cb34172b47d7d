import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';

/** A text in the encodings that it may lie in on a disk; bytes as they are. */
export type Traces = Readonly<Record<string, readonly Buffer[]>>;

export function traces(texts: Readonly<Record<string, string>>, bytes: Readonly<Record<string, Buffer>>): Traces {
  const encoded = (text: string): Buffer[] => {
    const little = Buffer.from(text, 'utf16le');
    return [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), little, Buffer.from(little).swap16()];
  };
  return Object.fromEntries([
    ...Object.entries(texts).map(([name, text]) => [name, encoded(text)]),
    ...Object.entries(bytes).map(([name, part]) => [name, [part]]),
  ]);
}

/** `file: name` for every file under a folder that holds one of the traces, archives opened. A file that goes meanwhile holds nothing. */
export async function findTraces(folder: string, wanted: Traces): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const part of [bytes, ...unpacked(bytes)])
      for (const [name, forms] of Object.entries(wanted))
        if (forms.some((form) => part.includes(form))) found.push(`${relative(folder, path)}: ${name}`);
  }
  return [...new Set(found)].sort();
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return [];
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part));
}

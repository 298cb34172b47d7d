import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Names that Windows keeps for devices, whatever follows the dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const LONGEST = 200;

/** True for a name that stays in its folder on every system: no separator, no stream, no control character, no device. */
export function isPlainFileName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what file systems refuse.
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(name)) return false;
  return name.length <= LONGEST && !/^\.|[. ]$|^$/.test(name) && !RESERVED.test(name);
}

/** The nearest plain name, for suggestions in dialogs. */
export function plainFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what file systems refuse.
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const short = plain.slice(0, LONGEST).trimEnd();
  return isPlainFileName(short) ? short : `Personarium${extname(short)}`;
}

/** A path in `folder` where nothing is yet: the name itself, else `name (2).ext` and so on. */
export async function freePath(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    if (!(await exists(path))) return path;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

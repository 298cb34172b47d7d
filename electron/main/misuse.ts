import type { MessageValues } from '@shared/i18n/messages';
import type { MainMessageKey } from './mainMessages';

/** Stops reading the words of a command with a sentence for the user. */
export class Misuse extends Error {
  readonly key: MainMessageKey;
  readonly values: MessageValues;

  constructor(key: MainMessageKey, values: MessageValues = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** What `parseArgs` threw: Node's own sentences are English and advise what does not apply here. */
export function misuseOf(error: unknown): Misuse {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = error instanceof Error ? (/'(-[^'\s]*)/.exec(error.message)?.[1] ?? '') : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new Misuse('cli.usage.unknownOption', { option });
  return new Misuse('cli.usage.badOption', { option });
}

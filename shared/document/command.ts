/**
 * A command is one undoable change: a pure function on a draft of the snapshot. Ids, dates and random choices come in `args`.
 * Its name is also the key of its label (`commands.<name>`): undo says what it undoes.
 */
export interface Command<Doc, Args> {
  readonly name: string;
  (draft: Draft<Doc>, args: Args): void;
}

/** A writable copy of an immutable snapshot. */
export type Draft<T> = T extends readonly (infer U)[]
  ? Draft<U>[]
  : T extends string | number | boolean | null | undefined
    ? T
    : { -readonly [K in keyof T]: Draft<T[K]> };

/** Names a change function. */
export function defineCommand<Doc, Args>(
  name: string,
  change: (draft: Draft<Doc>, args: Args) => void,
): Command<Doc, Args> {
  const command = (draft: Draft<Doc>, args: Args): void => change(draft, args);
  Object.defineProperty(command, 'name', { value: name });
  return command;
}

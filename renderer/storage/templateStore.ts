import type { Database } from './database';

/** A template that somebody made of a persona. */
export interface TemplateRow {
  readonly id: string;
  /** Epoch ms. */
  readonly madeAt: number;
  /** A `PersonaTemplate`, not yet checked: what is stored may be damaged. */
  readonly template: unknown;
  /** Epoch ms of the last change of this row; missing in rows of before. */
  readonly writtenAt?: number;
}

/** Own templates in the database. */
export interface TemplateStore {
  /** Oldest first. Rejects where they cannot be read. */
  readonly list: () => Promise<readonly TemplateRow[]>;
  /** True once they are on disk. */
  readonly put: (rows: readonly TemplateRow[]) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
}

export function createTemplateStore({ templates }: Pick<Database, 'templates'>): TemplateStore {
  const isDone = (task: PromiseLike<unknown>): Promise<boolean> =>
    Promise.resolve(task).then(
      () => true,
      () => false,
    );
  return {
    list: async () => {
      const rows = await templates.toArray();
      return rows.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
    },
    put: (rows) => isDone(templates.bulkPut([...rows])),
    remove: (id) => isDone(templates.delete(id)),
  };
}

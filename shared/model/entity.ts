/** An entity by id, or undefined when it is gone (or the id is a name of the prototype chain). */
export const entity = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(all, id) ? all[id] : undefined;

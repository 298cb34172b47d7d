/** The name of the database: the preload has the engine open its files before the code that uses them is there. */
export const FIRST_DATABASE = 'personarium';

/** Exit codes of the command line; documented in the README and in `--help`, scripts rely on them. `different`: two workshops differ, or a check found something. */
export const CLI_EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  unreadable: 3,
  noSuchBoard: 4,
  notWritten: 5,
  different: 6,
} as const;

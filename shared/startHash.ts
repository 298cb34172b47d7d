/** How main tells the window what it is for, in its URL: known before the first question is answered. */
export const START_HASH = {
  /** The library. */
  home: '',
  /** A board will be shown at once. */
  board: '#board',
  /** The second window of a presentation: what the room sees. */
  room: '#room',
  /** One run of the command line, without the interface. */
  commandLine: '#command-line',
} as const;

import { fontMeasurer } from '../../electron/main/verbs/fontMeasurer';

/** What posters are measured with where there is no engine: tests and the command line's check. */
export const fontkitMeasurer = fontMeasurer;

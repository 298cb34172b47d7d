/** Why a start with a window makes no sense: each is told on the terminal, where it was asked for. */
export type LaunchFault =
  | { readonly kind: 'unknownWord'; readonly word: string }
  | { readonly kind: 'missingFile'; readonly file: string }
  | { readonly kind: 'noDisplay' };

export interface LaunchPlace {
  readonly exists: (path: string) => boolean;
  /** Whether a person can see a window here. */
  readonly hasDisplay: boolean;
}

/**
 * The first thing that is wrong with a start on these files; null when the window can open. With one file that is there
 * it opens, and says there what became of the others.
 */
export function launchFault(files: readonly string[], { exists, hasDisplay }: LaunchPlace): LaunchFault | null {
  const [missing] = files;
  if (missing !== undefined && !files.some(exists)) {
    return looksLikeFile(missing) ? { kind: 'missingFile', file: missing } : { kind: 'unknownWord', word: missing };
  }
  return hasDisplay ? null : { kind: 'noDisplay' };
}

/** A bare word was meant as a command; a name with an extension or a folder was meant as a file. */
function looksLikeFile(word: string): boolean {
  return /[\\/]|\.\w+$/.test(word);
}

/**
 * Whether a window could be seen. Scripts that start a virtual display, for printing, say so with
 * PERSONARIUM_NO_DISPLAY=1: nobody would see a window there.
 */
export function displayIsThere(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ozonePlatform: string,
): boolean {
  if (env.PERSONARIUM_NO_DISPLAY === '1') return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY) || ozonePlatform === 'headless';
}

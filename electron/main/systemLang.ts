import type { Lang } from '@shared/i18n/lang';

/**
 * The language of a fresh start: French unless the system is clearly English. On Linux the locale variables decide,
 * because Chromium reports English for a system that states none.
 */
export function systemLang(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  preferred: readonly string[],
): Lang {
  const first = platform === 'linux' ? env.LC_ALL || env.LC_MESSAGES || env.LANG : preferred[0];
  return /^en([-_.@]|$)/i.test(first ?? '') ? 'en' : 'fr';
}

import { MAX_TEXT } from './fields';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Control characters but tab and line feed: no painter can draw them and XML refuses them. */
const CONTROL = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu;

/**
 * Text as it is stored: line feeds only, no control characters, no half surrogate pairs (they would not survive a
 * round trip through UTF-8), cut at 20,000 UTF-16 units.
 */
export function cleanText(value: string): string {
  const clean = value.replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '\uFFFD').replace(CONTROL, '');
  return clean.length <= MAX_TEXT ? clean : clean.slice(0, MAX_TEXT).replace(LONE_SURROGATE, '');
}

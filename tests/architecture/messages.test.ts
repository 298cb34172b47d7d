import { describe, expect, it } from 'vitest';
import { en } from '../../shared/i18n/en';
import { cli as enCli } from '../../shared/i18n/en/cli';
import { redact as enRedact } from '../../shared/i18n/en/redact';
import { report as enReport } from '../../shared/i18n/en/report';
import { translate as enTranslate } from '../../shared/i18n/en/translate';
import { verbs as enVerbs } from '../../shared/i18n/en/verbs';
import { fr } from '../../shared/i18n/fr';
import { cli as frCli } from '../../shared/i18n/fr/cli';
import { redact as frRedact } from '../../shared/i18n/fr/redact';
import { report as frReport } from '../../shared/i18n/fr/report';
import { translate as frTranslate } from '../../shared/i18n/fr/translate';
import { verbs as frVerbs } from '../../shared/i18n/fr/verbs';

type Tree = { readonly [key: string]: string | Tree };

/** `key: text` of every message, nested keys joined by dots. */
function messages(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : messages(value, `${prefix}${key}.`),
  );
}

const french = messages({
  ...fr,
  cli: frCli,
  redact: frRedact,
  report: frReport,
  translate: frTranslate,
  verbs: frVerbs,
} as unknown as Tree);
const english = messages({
  ...en,
  cli: enCli,
  redact: enRedact,
  report: enReport,
  translate: enTranslate,
  verbs: enVerbs,
} as unknown as Tree);

describe('messages', () => {
  it('has the same keys in both languages', () => {
    expect(english.map(([key]) => key).sort()).toEqual(french.map(([key]) => key).sort());
  });

  it('leaves no message empty', () => {
    expect([...french, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('uses the same values in both languages', () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{\s*(\w+)/g)]
        .map((match) => match[1])
        .sort()
        .join();
    const other = new Map(english);
    expect(french.filter(([key, text]) => holes(text) !== holes(other.get(key) ?? '')).map(([key]) => key)).toEqual([]);
  });

  it('follows French typography: no-break spaces, guillemets, the typographic apostrophe', () => {
    const wrong = french.filter(([, text]) =>
      /[^\S\u00A0\u202F][?!;:»%](?!\w)|« |[^\u00A0\u202F\s({\d][?!](?![\w)])|'|"|\.\.\./.test(
        text.replace(/\{\{[^}]*\}\}/g, 'x\u00A0'),
      ),
    );
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('follows English typography: curly quotes, no space before punctuation', () => {
    const wrong = english.filter(([, text]) => /\s[?!;:](?=\s|$)|«|»|'|"|\.\.\./.test(text));
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

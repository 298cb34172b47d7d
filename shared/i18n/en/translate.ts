import { places } from './places';

export const translate = {
  title: 'Translations',
  intro:
    'Every text of the workshop beside its translation. Enter confirms and goes on to the next line, Shift + Enter makes a new line. Posters, slides, the report, a presentation (T) and the command line (--text) speak the language that is chosen.',
  reading: 'Reading the workshop…',
  lang: { fr: 'French', en: 'English', none: 'as written' },
  into: 'Translate into',
  sheet: 'Sheet',
  allSheets: 'The whole workshop',
  show: 'Show',
  shown: {
    all: 'All ({{number}})',
    missing: 'Missing ({{number}})',
    stale: 'Stale ({{number}})',
    fresh: 'Up to date ({{number}})',
  },
  state: { missing: 'missing', stale: 'stale: the text has changed', fresh: 'up to date' },
  before: 'Translated when it said:',
  translationOf: 'Translation of “{{text}}”',
  place: '{{title}}, {{where}}',
  nothing: 'Nothing to show here.',
  more_one: 'Show {{count}} more line',
  more_other: 'Show {{count}} more lines',
  export: 'Save as CSV…',
  import: 'Take in a CSV…',
  taken_zero: 'Nothing new in this file.',
  taken_one: '{{count}} text translated.',
  taken_other: '{{count}} texts translated.',
  otherTable: 'This file is not a table of translations into this language ({{lang}}).',
  csv: { key: 'Key', sheet: 'Sheet', where: 'Place', state: 'State' },
  posters: 'Texts in the language of the poster',
  files: 'Texts in the language of the file',
  fileLang: 'Language',
  /** While presenting. */
  presented: 'Language of the texts: {{lang}}',
  presentedKey: 'T: language of the texts.',
  /** On the command line and beside what leaves. */
  open: '{{lang}}: {{missing}} texts without translation, {{stale}} that changed since.',
  none: '{{lang}}: nothing is translated into it; the texts stay as they are.',
  where: places,
} as const;

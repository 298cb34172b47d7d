export const translate = {
  title: 'Translations',
  lang: { fr: 'French', en: 'English' },
  /** On the command line. */
  open: '{{lang}}: {{missing}} texts without translation, {{stale}} that changed since.',
  none: '{{lang}}: nothing is translated into it; the texts stay as they are.',
} as const;

/** Translations of a workshop's texts; read when they are asked for. */
export const translate = {
  title: 'Traductions',
  lang: { fr: 'Français', en: 'Anglais' },
  /** On the command line. */
  open: '{{lang}}\u00A0: {{missing}} textes sans traduction, {{stale}} changés depuis.',
  none: '{{lang}}\u00A0: rien n’est traduit dans cette langue\u202F; les textes restent tels quels.',
} as const;

export const redact = {
  copy: {
    short: '[court verbatim retiré]',
    medium: '[verbatim retiré]',
    long: '[long verbatim retiré]',
    source: 'Source {{number}}',
    client: 'Client',
  },
} as const;

export const redact = {
  copy: {
    short: '[short verbatim removed]',
    medium: '[verbatim removed]',
    long: '[long verbatim removed]',
    source: 'Source {{number}}',
    client: 'Client',
  },
} as const;

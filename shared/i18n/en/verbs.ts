export const verbs = {
  help: {
    schema: `personarium schema

Writes the JSON Schema (draft 2020-12) of workshop.json, the readable part of a .personarium file,
to standard output.`,
    validate: `personarium validate FILE… [--json]

Reads workshops as the app reads them, and tells everything that is wrong, with its place and the reason.
An error keeps a file from opening; a warning does not.

  FILE              a .personarium file, or a quoted pattern: *, ?, [abc], ** for every folder below
  --json            the result as JSON
  --lang LANGUAGE   fr or en

Exit codes: 0 every file opens, 2 wrong usage, 3 one of them does not open.`,
    diff: `personarium diff A B [--json]

Tells what two workshops say otherwise, board by board and persona by persona. Journeys are compared as in the
app, stage by stage; personas field by field, as their versions are. What has no word in the app is named as in
workshop.json (see “personarium schema”).

  + added in B   - not in B   ~ changed   > moved

  --json            the result as JSON
  --lang LANGUAGE   fr or en

Exit codes: 0 no difference, 2 wrong usage, 3 a file cannot be read, 6 they differ.`,
    lint: `personarium lint FILE… [--level LEVEL] [--paper PAPER] [--json]

Tells what deserves a look before a workshop is shared: personal data of real people in any text, and of each
persona what its page says (no source, no quote, too much like another…). With --paper, also the posters whose smallest
text could not be read on that paper, as the check of the poster workshop does.

  --level LEVEL     what is told: error, warning (default) and what is graver, or info, all of it
  --paper PAPER     A1, A3, 50x70… (as --sheet of export)
  --orientation O   landscape (default) or portrait
  --json            the result as JSON
  --lang LANGUAGE   fr or en

Exit codes: 0 nothing to say, 2 wrong usage, 3 a file cannot be read, 6 there are remarks.`,
    merge: `personarium merge A B --out C [--json]

Makes one workshop of two copies that were edited apart, as the app does when it merges a file: document by
document, by their histories. Where both copies changed the same field, one of them wins, the same on every
computer. Tells what came from A and what from B. A and B stay as they are.

  --out C           the file to write; one of the same name is replaced
  --json            the report as JSON
  --lang LANGUAGE   fr or en

Exit codes: 0 written, 2 wrong usage or two different workshops, 3 a file cannot be read, 5 cannot write.`,
    redact: `personarium redact FILE --out COPY [options] [--report REPORT] [--json]

Writes a copy that may leave: another workshop, without history, with fresh ids, its pictures without metadata.
Without options everything is replaced or dropped, which is safest. The original stays as it is.

  --out, -o COPY    the file to write; one of the same name is replaced
  --names N         names of personas, everywhere: pseudonym (default), letter (Persona A…) or keep
  --people P        participants, authors, owners, everywhere: replace (default), drop or keep
  --photos P        portrait (drawn, default), drop or keep
  --images I        pictures on boards, and the logo where the client is kept too: drop (default) or keep
  --verbatims V     verbatims and quotes: placeholder (default), drop (text emptied, evidence kept) or keep
  --sources S       replace (Source 1…, default), drop or keep
  --data D          e-mail addresses, telephones, numbers: replace (default), mask (••••) or keep
  --files F         files, paths, web addresses: replace (default), mask or keep
  --client C        client and place: replace (default), drop or keep
  --dates D         month (the month alone, default), drop or keep
  --replace WORD=…  another word to replace everywhere; may be repeated: --replace Acme=Client
  --seed TEXT       seed of pseudonyms and ids; else taken from the file
  --report REPORT   what was changed, from what to what, for you alone: .json, else text (Markdown)
  --json            the same report as JSON, on standard output
  --lang LANGUAGE   fr or en; also the language of the words that are put into the copy

Exit codes: 0 written, 2 wrong usage, 3 the file cannot be read, 5 cannot write.`,
    completion: `personarium completion bash|zsh|fish

Writes what completes commands with the Tab key:

  bash   source <(personarium completion bash)
  zsh    source <(personarium completion zsh)
  fish   personarium completion fish | source`,
  },
  usage: {
    tooMany: 'More than {{count}} files: make the pattern narrower.',
  },
  file: {
    missing: 'the file does not exist',
  },
  diff: {
    same: 'No difference.',
    kind: {
      workshop: 'Workshop “{{title}}”',
      'journey-map': 'Journey map “{{title}}”',
      'empathy-map': 'Empathy map “{{title}}”',
      persona: 'Persona “{{title}}”',
    },
    stage: 'Stage',
    fieldOf: '{{field}} of “{{label}}”',
    quoted: '“{{text}}”',
    line: '{{subject}}: {{said}}',
  },
  lint: {
    fine: '{{file}}: nothing to report',
    line: '{{file}}: {{severity}}, {{place}}: {{text}}',
    smallOn: 'on {{paper}}, smallest text {{pt}} pt, {{least}} are needed; {{better}} does',
    smallAnywhere: 'on {{paper}}, smallest text {{pt}} pt, {{least}} are needed',
    severity: { error: 'error', warning: 'warning', info: 'remark' },
  },
  merge: {
    line: '{{sheet}}: {{origin}}',
    origin: {
      same: 'the same in A and B',
      a: 'as in A',
      b: 'as in B',
      onlyA: 'from A',
      onlyB: 'from B',
      both: 'merged',
      dropped: 'left out; one of the copies had taken it out',
    },
    noHistory: 'no common history: whole entries won over each other, not fields',
  },
  validate: {
    fine: '{{file}}: opens',
    line: '{{file}}: {{severity}}, {{where}}: {{reason}}',
    lineWhole: '{{file}}: {{severity}}: {{reason}}',
    documents_one: '{{count}} document',
    documents_other: '{{count}} documents',
    images_one: '{{count}} picture',
    images_other: '{{count}} pictures',
    error: 'error',
    warningWord: 'warning',
    schema: {
      missing: 'this value is missing (expected: {{expected}})',
      type: 'wrong type (expected: {{expected}})',
      unknownField: 'unknown field: {{expected}}',
      tooLarge: 'too large or too long (at most {{expected}})',
      tooSmall: 'too small or too short (at least {{expected}})',
      notAllowed: 'value refused (possible: {{expected}})',
      form: 'a value is missing, surplus or out of bounds',
    },
    warning: {
      noHistory: 'no history: this document will not merge field by field with other copies',
      historyDamaged: 'damaged history: the document can be read, but will not merge field by field',
      historyDiffers: 'the history says something else than workshop.json, edited by hand? workshop.json wins',
      boardMissing: 'the workshop names a board that is not in the file: it will be left out',
      personaMissing: 'the workshop names a persona that is not in the file: it will be left out',
      imageMissing: 'a picture that is used is not in the file',
    },
  },
} as const;

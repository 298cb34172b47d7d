export const cli = {
  help: `Personarium on the command line

  personarium [FILE…]                   opens the app, and workshops
  personarium export FILE… [options]    writes the posters of a workshop
  personarium export --sample [options] writes those of the sample workshop
  personarium export --report …         writes the workshop report in place of posters
  personarium render FILE [options]     writes one poster to standard output (SVG), or to --out
  personarium validate FILE…            tells whether workshops open, and what is wrong with them
  personarium diff A B                  tells what two workshops say otherwise
  personarium lint FILE…                tells what deserves a look before sharing
  personarium merge A B --out C         makes one workshop of two copies edited apart
  personarium redact FILE --out COPY    writes a copy without names and personal data, to be shared
  personarium schema                    writes the JSON Schema of a workshop
  personarium completion bash|zsh|fish  writes what completes commands with Tab
  personarium --help                    shows this help; “personarium validate --help” that of one command
  personarium --version                 shows the version

Options of “export”
  --board BOARD     title, id or number of a board, or name of a persona; repeatable; without it, every board
  --format FORMAT   pdf (default), png, svg or pptx (one presentation of all boards); repeatable,
                    or separated by commas
  --sheet SHEET     A5 to A0 and 2A0 (A1 by default), B2, B1, Letter, Legal, Tabloid, ARCH-C, ARCH-D, ARCH-E,
                    40x60, 50x70, 60x80, 80x120 (cm), roll-610, roll-914, roll-1067: a roll whose length
                    follows the board; or a size: 500x700mm
  --orientation O   landscape (default) or portrait; for short: --portrait
  --margin MM       edge that the printer leaves blank, 0 (default) to 40
  --split HOW       sheets of a poster: fit (default: one if its text fits, else as few as it needs, parted
                    between the stages), two at most, or none (always one, even too small)
  --small-text      writes what is refused otherwise: posters whose text is below the minimum of their sheet
                    (18 pt on a wall, 9 pt in the hand)
  --bleed MM        bleed: 0 (default), 3, 4 or 5; text stays 5 mm from the cut
  --marks           crop and registration marks around the sheet
  --inks INKS       colour (default), saving or grey
  --theme THEME     standard (default), paper (white, without dark grounds), contrast (high) or night (dark);
                    inks apply to all of them; of the report, whose boards they colour: all but night
  --tile SHEET      A4 or A3: the poster as sheets to glue together, with their plan (PDF, PNG)
  --hide PARTS      what the poster does not show: logo, persona (its card), legend, sources, votes,
                    evidence, severity; separated by commas
  --rows NAMES      the rows that maps show, by name, kind (pain-points), id or number; separated by commas.
                    A map where none of the names is shows all of its rows
  --stages NAMES    the stages that maps show, the same way; their numbers stay those of the map
  --personas NAMES  the personas of the map: curves, and notes for one persona
  --filter WORDS    the notes that are shown: verbatim, observation, data, hypothesis, none, proven, or
                    meaning:corail, tag:TAG, author:NAME; separated by commas
  --report          the workshop report: --format pdf (default), docx or md, --sheet A4 or Letter
  --parts PARTS     of the report: personas, empathy, journeys, friction, plan, evidence, participants,
                    glossary; without it, all that have something to say
  --data            the workshop data in place of posters: --format xlsx (default) or csv
  --outlines        in SVG files, letters as shapes: no font to install, text not to be edited
  --with-workshop   puts the whole workshop into each PDF, PNG or SVG: who gets that file can open it again
  --date DAY        date written into the PDF, 2026-11-22: the same input then gives the same file
  --dpi N           96, 150 (default) or 300; for PNG images
  --lang LANGUAGE   fr, en or fr,en; without it, the language of the system
  --text TEXTS      fr, en: the texts of the workshop in their translation, where there is one; both: the two
                    languages, a poster each; otherwise as they are written
  --out PATH        a file for a single poster, a folder for several (one for each of several workshops);
                    without it, the current folder. A file of the same name is replaced.
  --json            at the end the files, the messages and the exit code as JSON, in place of the paths

Paths of written files go to standard output, progress to standard error.

Exit codes
  0 everything is done, 1 failed, 2 wrong usage, 3 the file cannot be read,
  4 no such board, 5 cannot write, 6 they differ, or there are remarks`,
  seeHelp: 'See: personarium --help',
  missingFile: 'The file “{{file}}” does not exist.',
  noMatch: 'No file matches “{{pattern}}”.',
  silence: 'The export has not answered for five minutes and is given up.',
  windowGone: 'The export stopped by itself. Nothing was half written.',
  usage: {
    noFile: 'Name at least one .personarium file.',
    nothing: 'Name a .personarium file, or --sample for the sample workshop.',
    fileAndSample: 'Name a file or --sample, not both.',
    unknownWord: 'Neither a command nor a file: “{{word}}”.',
    noDisplay: 'There is no display here to open the app on; the command “export” does without.',
    twoFiles: 'Name two .personarium files.',
    badPair: 'A replacement is written word=other word, not “{{word}}”.',
    oneFile: 'Name one .personarium file.',
    noOut: 'Name the file to write: --out FILE.',
    otherWorkshop: 'These are two different workshops, not two copies of one.',
    noShell: 'Name a shell: {{allowed}}, not “{{shell}}”.',
    jsonAndPoster: 'Standard output takes either the poster or the JSON: name a file or folder, --out NAME.',
    renderOne:
      '“render” writes one poster: one file, one format, one language, and --board where there are several boards.',
    extraWord: '“{{word}}” is too many.',
    unknownOption: 'Unknown option: {{option}}.',
    badOption: 'This option is not written right: {{option}}. It lacks a value, or takes none.',
    badValue: 'Value refused for --{{option}}: “{{value}}”. Possible values: {{allowed}}.',
    twoOrientations: 'Choose one orientation.',
    tileWithoutPages: 'Sheets to glue together are PDF or PNG: add --format pdf or --format png.',
    outlinesWithoutSvg: 'Letters as shapes are for SVG: add --format svg.',
    nothingInSlides: 'A presentation (pptx) carries no workshop: --with-workshop is for pdf, png and svg.',
    nothingHiddenInSlides: 'A presentation (pptx) shows everything: --hide is for pdf, png and svg.',
    tileOrMarks:
      'A poster of sheets to glue together has marks of its own, and 3 mm of bleed at most: leave out --marks, use --bleed 3.',
    notForReport: 'The option --{{option}} is for posters alone, not for the report.',
    notForData: 'The option --{{option}} does not apply to the workshop data.',
    dataOrReport: 'The report or the data: choose --report or --data.',
    onlyForReport: 'The option --{{option}} is for the report alone: add --report.',
    severalForOne: 'There are several posters or sheets, and “{{out}}” names only one. Name a folder.',
    refusedSwitch: 'Personarium does not start with {{option}}: this option would open it to other programs.',
  },
} as const;

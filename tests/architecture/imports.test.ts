import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import rules of the README's architecture picture, checked on every source file. */
const ROOT = resolve(import.meta.dirname, '../..');
const SOURCE = /\.(ts|tsx)$/;
const TEST = /(\.test\.tsx?|\.spec\.ts)$|^tests\//;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function walk(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return walk(path);
    return SOURCE.test(name) ? [path] : [];
  });
}

/** Specifiers of static and dynamic imports; project-relative (`shared/base/ids`) when they point into the project. */
function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return found.map((spec) => {
    if (spec.startsWith('.'))
      return relative(ROOT, resolve(dirname(path), spec))
        .split(sep)
        .join('/');
    return spec.replace(/^@shared\//, 'shared/').replace(/^@\//, 'renderer/');
  });
}

const files: SourceFile[] = ['shared', 'electron', 'renderer']
  .flatMap((dir) => walk(join(ROOT, dir)))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path: relative(ROOT, path).split(sep).join('/'), text, imports: importsOf(path, text) };
  })
  .filter((file) => !TEST.test(file.path));

const under = (...folders: string[]) =>
  files.filter((file) => folders.some((folder) => file.path.startsWith(`${folder}/`)));

/** Lines `file -> import` that break a rule: an empty list is a kept rule. */
const breaking = (list: readonly SourceFile[], forbidden: (spec: string, file: SourceFile) => boolean) =>
  list.flatMap((file) => file.imports.filter((spec) => forbidden(spec, file)).map((spec) => `${file.path} -> ${spec}`));

/** What every kind of board draws and names with; a persona is part of every kind's layout context. */
const isShared = (spec: string) => /^shared\/boards\/(persona\/|pieces\/|journey-map\/layout\/footGlyphs)/.test(spec);

const isPackage = (spec: string, name: string) => spec === name || spec.startsWith(`${name}/`);
const importersOf = (name: string) =>
  files.filter((file) => file.imports.some((spec) => isPackage(spec, name))).map((file) => file.path);

/** Packages that `shared/` may use: pure computation only. */
const SHARED_PACKAGES = ['zod', 'yjs', 'mutative', 'fflate', 'fractional-indexing', 'flatbush'];

describe('import rules', () => {
  it('sees the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('keeps shared/ pure: no platform, no outer folder, no clock, no randomness', () => {
    const forbidden = (spec: string) =>
      !spec.startsWith('shared/') && !SHARED_PACKAGES.some((name) => isPackage(spec, name));
    expect(breaking(under('shared'), forbidden)).toEqual([]);
    // `document.xml` is a file of a Word document.
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|document\.(?!xml|main)|window\.)/;
    expect(
      under('shared').flatMap((file) =>
        file.text
          .split('\n')
          .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && impure.test(line))
          .map((line) => `${file.path}: ${line.trim()}`),
      ),
    ).toEqual([]);
  });

  it('keeps kinds of boards apart: only the registry and the stored types list them', () => {
    const kindOf = (path: string) => /^(?:shared|renderer)\/boards\/([a-z-]+)\//.exec(path)?.[1];
    expect(
      breaking(under('shared/boards', 'renderer/boards'), (spec, file) => {
        const from = kindOf(file.path);
        const to = kindOf(`${spec}/`);
        // A persona is part of every kind's layout context; `pieces` is what several kinds draw with, and knows none of them.
        return Boolean(from && to && from !== to && to !== 'persona' && to !== 'pieces');
      }),
    ).toEqual([]);
    expect(
      breaking(
        under('shared/boards').filter((file) => kindOf(file.path)),
        (spec) => spec === 'shared/boards/registry' || spec === 'shared/boards/docTypes',
      ),
    ).toEqual([]);
  });

  it('keeps the editor free of kinds: they plug into it', () => {
    expect(
      breaking(
        under('renderer/editor'),
        (spec, file) => /^shared\/boards\/[a-z-]+\//.test(spec) && !isShared(spec) && !TEST.test(file.path),
      ),
    ).toEqual([]);
  });

  it('keeps tables of data apart from boards: facts leave them as words', () => {
    expect(breaking(under('shared/table'), (spec) => /^shared\/(boards|document|file|scene)\//.test(spec))).toEqual([]);
    expect(
      breaking(
        under('renderer/tables'),
        (spec) => spec.startsWith('renderer/') && !spec.startsWith('renderer/tables/'),
      ),
    ).toEqual([]);
  });

  it('keeps analyses apart from how a map is stored: one file reads the document', () => {
    const others = under('shared/analysis').filter(({ path }) => path !== 'shared/analysis/journeyFacts.ts');
    expect(
      breaking(others, (spec) => /^shared\/(boards\/(?!pieces\/)|document|file|scene|exchange)/.test(spec)),
    ).toEqual([]);
    // They are fetched when they are asked for: only their screens and other analyses name them, and the band of quartiles on the map its statistics.
    const band = 'shared/boards/journey-map/layout/opinionBand.ts';
    expect(
      breaking(
        files.filter(
          ({ path }) =>
            path !== band && !/^(shared\/(analysis|cli|exchange|report)|renderer\/screens\/analysis)\//.test(path),
        ),
        (spec) => spec.startsWith('shared/analysis/'),
      ),
    ).toEqual([]);
  });

  it('keeps paper apart from boards: a poster asks a kind, whichever it is', () => {
    const isOfKinds = (spec: string) => /^shared\/boards\/(?!pieces\/|boardKind$)/.test(spec);
    expect(breaking(under('shared/poster'), isOfKinds)).toEqual([]);
    // Main and preload read what a poster is set to, and nothing of how it is made.
    const setup = 'shared/poster/posterSetup';
    expect(breaking(under('electron'), (spec) => spec.startsWith('shared/poster/') && spec !== setup)).toEqual([]);
  });

  it('keeps what a poster shows of its board out of every start: posters and the command line ask for it', () => {
    const others = files.filter(
      ({ path }) => !/^(shared\/posterChoice\/|renderer\/(export|screens\/export)\/)/.test(path),
    );
    expect(breaking(others, (spec) => spec.startsWith('shared/posterChoice/'))).toEqual([]);
    expect(breaking(under('shared/posterChoice'), (spec) => spec === 'shared/boards/registry')).toEqual([]);
  });

  it('keeps the report out of every start: it is asked for, and its words with it', () => {
    const isOfReport = (spec: string) => /^shared\/(report\/|i18n\/(fr|en)\/report$)/.test(spec);
    const others = files.filter(
      ({ path }) => !/^(shared\/(report|slides)\/|renderer\/(report|screens\/report|app\/dialogs)\/)/.test(path),
    );
    expect(breaking(others, isOfReport)).toEqual([]);
    expect(breaking(under('shared/report'), (spec) => spec === 'shared/boards/registry')).toEqual([]);
  });

  it('keeps posters that carry a file behind the reader of files and the export', () => {
    const others = files.filter(
      ({ path }) =>
        !/^(shared\/carrier\/|shared\/file\/workshopFile\.ts|renderer\/(export|screens\/export)\/|renderer\/app\/workshopFiles\.ts)/.test(
          path,
        ),
    );
    expect(breaking(others, (spec) => spec.startsWith('shared/carrier/'))).toEqual([]);
    expect(breaking(under('shared/carrier'), (spec) => spec === 'shared/file/workshopFile')).toEqual([]);
  });

  it('keeps client-safe copies and translations out of every start: they are asked for, and their words with them', () => {
    const isOfRedact = (spec: string) =>
      /^shared\/(redact\/|translate\/|i18n\/(fr|en)\/(places|redact|translate)$)/.test(spec);
    const others = files.filter(
      ({ path }) =>
        !/^(shared\/(redact|translate|cli)\/|shared\/i18n\/(fr|en)\/(redact|translate)\.ts$|electron\/main\/verbs\/|renderer\/(screens\/(redact|translate|export|report|present)\/|screens\/(analysis\/ExportJourneyDialog|library\/ExportPersonasDialog)\.tsx|export\/cliRun\.ts|app\/library\/exchange\.ts)|shared\/exchange\/readPersonaMarkdown\.ts)/.test(
          path,
        ),
    );
    expect(breaking(others, isOfRedact)).toEqual([]);
    expect(breaking(under('shared/redact'), (spec) => spec === 'shared/boards/registry')).toEqual([]);
  });

  it('keeps slides for slide programs out of every start: one file asks for them', () => {
    const others = files.filter(
      ({ path }) => !path.startsWith('shared/slides/') && path !== 'renderer/export/exportSlides.ts',
    );
    expect(breaking(others, (spec) => spec.startsWith('shared/slides/'))).toEqual([]);
    expect(breaking(under('shared/slides'), (spec) => spec === 'shared/boards/registry')).toEqual([]);
  });

  it('keeps what commands say and do out of every start', () => {
    const others = files.filter(({ path }) => !/^(shared\/cli\/|electron\/main\/verbs\/run)/.test(path));
    const isLate = (spec: string) =>
      /^shared\/(cli\/|i18n\/(fr|en)\/verbs$|file\/(fileProblems|schemaFaults)$)/.test(spec);
    const within = (file: SourceFile) => /^(electron\/main\/verbs\/|shared\/file\/)/.test(file.path);
    expect(breaking(others, (spec, file) => isLate(spec) && !within(file))).toEqual([]);
  });

  it('lets the main process know containers, never boards', () => {
    expect(
      breaking(under('electron'), (spec) => spec.startsWith('renderer/') || spec.startsWith('shared/boards/')),
    ).toEqual([]);
  });

  it.each([
    [
      'renderer/storage',
      [
        'react',
        'konva',
        'zustand',
        'renderer/session',
        'renderer/canvas',
        'renderer/ui',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
      ],
    ],
    [
      'renderer/session',
      ['react', 'konva', 'renderer/canvas', 'renderer/ui', 'renderer/screens', 'renderer/app', 'renderer/window'],
    ],
    [
      'renderer/canvas',
      [
        'dexie',
        'renderer/storage',
        'renderer/editor',
        'renderer/boards',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
        'shared/boards/journey-map',
      ],
    ],
    [
      'renderer/editor',
      [
        'dexie',
        'konva',
        'renderer/storage',
        'renderer/boards',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
        'shared/boards/registry',
      ],
    ],
    ['renderer/app', ['dexie', 'konva', 'renderer/storage', 'renderer/screens', 'renderer/window']],
    ['renderer/screens', ['dexie', 'konva', 'renderer/storage', 'renderer/window']],
    ['renderer/boards', ['dexie', 'konva', 'renderer/storage', 'renderer/screens', 'renderer/app', 'renderer/window']],
    [
      'renderer/export',
      [
        'react',
        'konva',
        'renderer/session',
        'renderer/canvas',
        'renderer/ui',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
      ],
    ],
    [
      'renderer/ui',
      [
        'dexie',
        'konva',
        'renderer/session',
        'renderer/storage',
        'renderer/canvas',
        'renderer/boards',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
      ],
    ],
    [
      'renderer/platform',
      [
        'react',
        'renderer/session',
        'renderer/storage',
        'renderer/canvas',
        'renderer/ui',
        'renderer/screens',
        'renderer/app',
        'renderer/window',
      ],
    ],
  ] as const)('%s imports nothing above it', (folder, forbidden) => {
    expect(breaking(under(folder), (spec) => forbidden.some((name) => isPackage(spec, name)))).toEqual([]);
  });

  it('gives each platform library one home', () => {
    expect(importersOf('dexie').filter((path) => !path.startsWith('renderer/storage/'))).toEqual([]);
    expect(importersOf('konva').filter((path) => !path.startsWith('renderer/canvas/'))).toEqual([]);
    for (const name of ['papaparse', 'saxes'])
      expect(importersOf(name).filter((path) => !path.startsWith('renderer/tables/'))).toEqual([]);
    expect(importersOf('zod')).toEqual(['shared/base/schema.ts']);
    const yjs = /^(shared\/document|shared\/file|renderer\/session|renderer\/storage|electron\/main)\//;
    expect(importersOf('yjs').filter((path) => !yjs.test(path))).toEqual([]);
    expect(files.filter((file) => /\bipcMain\b/.test(file.text)).map((file) => file.path)).toEqual([
      'electron/main/ipc.ts',
    ]);
    const readers = under('renderer')
      .filter((file) => /window\.desktop\b/.test(file.text))
      .map((file) => file.path);
    expect(readers.filter((path) => !path.startsWith('renderer/platform/'))).toEqual([]);
  });

  it('never turns text into markup', () => {
    expect(
      files
        .filter((file) => /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|srcdoc/.test(file.text))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('uses no catch-all names', () => {
    expect(
      files
        .map((file) => file.path)
        .filter(
          (path) =>
            /(^|\/)(utils?|helpers?|managers?|common)(\.tsx?$|\/)/i.test(path) && !path.startsWith('shared/i18n/'),
        ),
    ).toEqual([]);
  });
});

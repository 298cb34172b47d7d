import type { AppError } from '@shared/base/appError';
import type { DocId, Id, NewId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import type { CarriedFile } from '@shared/carrier/carry';
import { CLI_EXIT } from '@shared/cliExit';
import { readWorkshopFile } from '@shared/file/workshopFile';
import { type Lang, type TranslateFn, translator } from '@shared/i18n/translate';
import type { CliJob, CliReport, DesktopApi } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { CHOICE_LISTS } from '@shared/poster/posterSetup';
import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import { sheetText } from '@shared/scene/sheetText';
import type { ReadAsset } from '@/platform/pictures';
import { chooseBoards } from './chooseBoards';
import { decimalText } from './decimalText';
import { type ExportRequest, exportBoard, layOutPoster, type PosterFile } from './exportBoard';
import { exportSlides } from './exportSlides';
import { type PosterSource, posterSource, type SheetRef, sheetsOf } from './posterScene';

interface Run {
  readonly desktop: DesktopApi;
  readonly job: CliJob;
  /** Language of messages. */
  readonly lang: Lang;
  readonly t: TranslateFn;
  readonly appVersion: string;
}

/** A workshop as the command line sees it: snapshots by id. */
interface WorkshopDocs {
  readonly workshop: WorkshopDoc;
  readonly docOf: (id: DocId) => AnyDoc | null;
  /** The same as it was written, where its texts are translated. */
  readonly writtenOf: (id: DocId) => AnyDoc | null;
  readonly readAsset: ReadAsset;
  /** The file of the whole workshop, to be put into its posters. */
  readonly inside: () => Promise<Result<CarriedFile>>;
}

/** Runs the jobs of a command line, one for each file, and ends the app with the worst of their exit codes. */
export async function runCli(desktop: DesktopApi): Promise<void> {
  const [first, { lang, appVersion }] = await Promise.all([desktop.cliJob(), desktop.boot()]);
  let worst: number = first ? CLI_EXIT.done : CLI_EXIT.usage;
  for (let job = first; job; job = await desktop.cliJob()) {
    worst = Math.max(worst, await runJob({ desktop, job, lang, t: translator(lang), appVersion }));
  }
  await desktop.cliDone(worst);
}

async function runJob(run: Run): Promise<number> {
  try {
    return await exportAll(run);
  } catch (error) {
    await complain(run, sentence({ code: 'export-failed', detail: String(error) }, run.t));
    return CLI_EXIT.failed;
  }
}

const nothing = (): void => undefined;

const complain = (run: Run, line: string): Promise<void> =>
  run.desktop.cliReport({ stream: 'err', line: `personarium: ${line}` }).then(nothing);

/** What happened, in words; what the system says of it goes to the engine's log, which PERSONARIUM_VERBOSE=1 shows. */
function sentence(error: AppError, t: TranslateFn): string {
  const { code, ...values } = error;
  if ('detail' in error) console.warn(`${code}: ${error.detail}`);
  return t(`errors.${code}.what`, values);
}

/** Exports every board in every language and format; goes on after a failure, so that one bad board spares the others. */
async function exportAll(run: Run): Promise<number> {
  const { langs, formats, report, data } = run.job;
  let worst: number = CLI_EXIT.done;
  for (const [turn, lang] of langs.entries()) {
    const docs = await docsOf(run, lang);
    if (!docs.ok) {
      await complain(run, sentence(docs.error, run.t));
      return CLI_EXIT.unreadable;
    }
    if (report) {
      worst = Math.max(worst, await exportReport(run, docs.value, lang, report));
      continue;
    }
    if (data) {
      worst = Math.max(worst, await exportData(run, docs.value, lang, data));
      continue;
    }
    const boards = await chosenBoards(run, docs.value);
    if (!boards) return CLI_EXIT.noSuchBoard;
    const posters = formats.filter((format): format is ExportRequest['format'] => format !== 'pptx');
    const sources = await shownSources(run, docs.value, boards);
    if (!sources) return CLI_EXIT.usage;
    const inside = run.job.withWorkshop ? await docs.value.inside() : ok(null);
    // The workshop was read of the same bytes.
    if (!inside.ok) throw new Error(inside.error.code);
    const total = langs.length * boards.length * posters.length;
    for (const [index, board] of posters.length > 0 ? boards.entries() : []) {
      const before = (turn * boards.length + index) * posters.length;
      worst = Math.max(
        worst,
        await exportOne(run, docs.value, {
          board,
          source: sources.get(board) ?? null,
          lang,
          before,
          total,
          formats: posters,
          inside: inside.value,
        }),
      );
    }
    if (posters.length < formats.length)
      worst = Math.max(worst, await exportPresentation(run, docs.value, [...sources.values()], lang));
  }
  return worst;
}

/** Writes one presentation of all the boards. */
async function exportPresentation(
  run: Run,
  docs: WorkshopDocs,
  sources: readonly PosterSource[],
  lang: Lang,
): Promise<number> {
  const slides = await exportSlides({ sources, lang, date: run.job.date }, { readAsset: docs.readAsset });
  if (slides.ok) return write(run, slides.value);
  const name = docs.workshop.info.title || run.t('exporting.untitled');
  await complain(run, run.t('exporting.cli.failed', { name, reason: sentence(slides.error, run.t) }));
  return CLI_EXIT.failed;
}

/** Writes the report of the workshop in every format. */
async function exportReport(run: Run, docs: WorkshopDocs, lang: Lang, wanted: CliReport): Promise<number> {
  const { makeCliReport } = await import('@/report/cliReport');
  let worst: number = CLI_EXIT.done;
  for (const format of wanted.formats) {
    const services = { printPdf: run.desktop.printPdf, readAsset: docs.readAsset };
    const file = await makeCliReport(docs, { ...wanted, format, lang, date: run.job.date }, services);
    if (!file.ok) {
      const name = docs.workshop.info.title || run.t('exporting.untitled');
      await complain(run, run.t('exporting.cli.failed', { name, reason: sentence(file.error, run.t) }));
      worst = Math.max(worst, CLI_EXIT.failed);
      continue;
    }
    worst = Math.max(worst, await write(run, file.value));
  }
  return worst;
}

/** Writes the tables of the workshop in every format. */
async function exportData(
  run: Run,
  docs: WorkshopDocs,
  lang: Lang,
  formats: NonNullable<CliJob['data']>,
): Promise<number> {
  const [{ dataFiles }, { reportSource }] = await Promise.all([
    import('@/report/dataFiles'),
    import('@/report/reportSource'),
  ]);
  let worst: number = CLI_EXIT.done;
  for (const format of formats)
    for (const file of await dataFiles(reportSource(docs.workshop, docs.docOf), lang, format))
      worst = Math.max(worst, await write(run, file));
  return worst;
}

async function write(run: Run, file: PosterFile): Promise<number> {
  const written = await run.desktop.cliWrite(file);
  if (written.ok) return CLI_EXIT.done;
  await complain(run, sentence(written.error, run.t));
  return written.error.code === 'usage' ? CLI_EXIT.usage : CLI_EXIT.notWritten;
}

/** The sample speaks the language of the poster; a file is what it is. */
async function docsOf(run: Run, lang: Lang): Promise<Result<WorkshopDocs>> {
  const { job, appVersion } = run;
  if (!job.file) {
    const sample = sampleWorkshop({ lang, newId: countingIds(), date: '2026-11-22' });
    const inside = async () => {
      const savedAt = job.date ? `${job.date}T00:00:00.000Z` : new Date().toISOString();
      return ok((await import('./cliInside')).sampleInside(sample, savedAt, appVersion));
    };
    const docOf = (id: DocId) => sample.docs[id] ?? null;
    return ok({ workshop: sample.workshop, docOf, writtenOf: docOf, readAsset: async () => null, inside });
  }
  const { file } = job;
  const bundle = readWorkshopFile(file.bytes, file.name);
  if (!bundle.ok) return bundle;
  const { docs: stored, workshopId, assets } = bundle.value;
  const written = Object.fromEntries(Object.entries(stored).map(([id, { doc }]) => [id, doc]));
  const docs: Readonly<Record<string, AnyDoc>> = job.text
    ? await translated(run, written, job.text === 'both' ? lang : job.text)
    : written;
  return ok({
    workshop: docs[workshopId] as unknown as WorkshopDoc,
    docOf: (id) => docs[id] ?? null,
    writtenOf: (id) => written[id] ?? null,
    readAsset: async (hash) => assets[hash] ?? null,
    inside: async () => (await import('./cliInside')).insideOf(file),
  });
}

/** The documents as they read in a language; tells what is not translated, or no longer right. */
async function translated(
  run: Run,
  docs: Readonly<Record<string, AnyDoc>>,
  lang: Lang,
): Promise<Readonly<Record<string, AnyDoc>>> {
  const [{ inLanguage, openTexts, speaks }, { translateWords }] = await Promise.all([
    import('@shared/translate/texts'),
    import('@shared/translate/translateWords'),
  ]);
  const w = translateWords(run.lang);
  const all = Object.values(docs);
  const name = w(`lang.${lang}`);
  const { missing, stale } = openTexts(all, lang);
  // Of two languages one is that in which the texts were written.
  if (run.job.text !== 'both' && !all.some((doc) => speaks(doc, lang))) await complain(run, w('none', { lang: name }));
  if (missing + stale > 0) await complain(run, w('open', { lang: name, missing, stale }));
  return Object.fromEntries(Object.entries(docs).map(([id, doc]) => [id, inLanguage(doc, lang)]));
}

/** The same ids at every run: two runs give the same file. */
function countingIds(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `sample-${++count}` as T;
}

async function chosenBoards(run: Run, { workshop, docOf }: WorkshopDocs): Promise<readonly SheetRef[] | null> {
  const { boards, personas } = sheetsOf(workshop, docOf);
  if (boards.length === 0 && (personas.length === 0 || run.job.boards.length === 0)) {
    await complain(run, run.t('exporting.cli.noBoard'));
    return null;
  }
  const chosen = chooseBoards(boards, run.job.boards, personas);
  if (chosen.ok) return chosen.value;
  const titles = [...boards, ...personas].map(({ title }) => title).join(', ');
  await complain(run, run.t('exporting.cli.noSuchBoard', { board: chosen.error, titles }));
  return null;
}

/** The sources of posters that show what was asked for; null where a word of that names nothing. */
async function shownSources(
  run: Run,
  docs: WorkshopDocs,
  boards: readonly SheetRef[],
): Promise<ReadonlyMap<SheetRef, PosterSource> | null> {
  const { t, job } = run;
  const found = boards.flatMap((board) => {
    const source = posterSource(docs.workshop, board, docs.docOf);
    return source ? [{ board, source }] : [];
  });
  if (CHOICE_LISTS.every((list) => job.shows[list].length === 0))
    return new Map(found.map(({ board, source }) => [board, source]));
  const [{ readChoice }, { chosenSource }] = await Promise.all([
    import('@shared/posterChoice/readChoice'),
    import('./chosenSource'),
  ]);
  const all = found.map(({ board, source }) => {
    const written = docs.writtenOf(board.id);
    return { board, source, readings: written && written !== source.doc ? [source.doc, written] : [source.doc] };
  });
  const [personas = {}] = all.map(({ source }) => source.personas);
  const reader = readChoice(
    all.map(({ readings }) => readings),
    job.shows,
    personas,
  );
  if (reader.unknown) {
    const { list, word, known } = reader.unknown;
    await complain(run, t('exporting.cli.noSuchPart', { option: list, word, known: known.join(', ') }));
    return null;
  }
  return new Map(
    all.map(({ board, source, readings }) => [board, chosenSource(source, reader.choiceOf(readings))] as const),
  );
}

interface Turn {
  readonly board: SheetRef;
  /** Null where its document is not there. */
  readonly source: PosterSource | null;
  readonly lang: Lang;
  /** Files made before this board's. */
  readonly before: number;
  /** Files of the whole run. */
  readonly total: number;
  readonly formats: readonly ExportRequest['format'][];
  readonly inside: CarriedFile | null;
}

async function exportOne(run: Run, docs: WorkshopDocs, turn: Turn): Promise<number> {
  const { board, source, lang } = turn;
  if (!source) {
    await complain(run, sentence({ code: 'document-missing', id: board.id }, run.t));
    return CLI_EXIT.failed;
  }
  const { job } = run;
  let worst: number = CLI_EXIT.done;
  for (const [index, format] of turn.formats.entries()) {
    const number = turn.before + index + 1;
    // Only several formats need telling apart.
    const words = [
      nameOf(source, run.t),
      sheetText(job.setup.sheet),
      lang,
      ...(turn.formats.length > 1 ? [format] : []),
    ];
    await run.desktop.cliReport({ stream: 'err', line: `${number}/${turn.total} ${words.join(', ')}` });
    const { setup, dpi, outlines, date } = job;
    const request = { source, setup, format, dpi, outlines, lang, date, inside: turn.inside };
    const exported = await exportFile(run, request, docs.readAsset);
    worst = Math.max(worst, exported.code);
    // What a check finds is the same in every format: it is told once.
    if (format !== turn.formats[0]) continue;
    const name = nameOf(source, run.t);
    if (exported.poster) for (const line of warnings(run, name, exported.poster)) await complain(run, line);
    if (exported.isRefused)
      for (const line of refusal(run, name, await layOutPoster(request, docs.readAsset))) await complain(run, line);
  }
  return worst;
}

const nameOf = (source: PosterSource, t: TranslateFn): string => source.title || t('exporting.untitled');

interface Exported {
  readonly code: number;
  /** What can be said of the poster, once its files are there. */
  readonly poster: PosterSheets | null;
  /** Its text is too small. */
  readonly isRefused?: boolean;
}

async function exportFile(run: Run, request: ExportRequest, readAsset: ReadAsset): Promise<Exported> {
  const poster = await exportBoard(request, { printPdf: run.desktop.printPdf, readAsset });
  if (!poster.ok) {
    if (poster.error.code === 'text-too-small') return { code: CLI_EXIT.failed, poster: null, isRefused: true };
    const name = nameOf(request.source, run.t);
    await complain(run, run.t('exporting.cli.failed', { name, reason: sentence(poster.error, run.t) }));
    return { code: CLI_EXIT.failed, poster: null };
  }
  for (const file of poster.value.files) {
    const code = await write(run, file);
    if (code !== CLI_EXIT.done) return { code, poster: null };
  }
  return { code: CLI_EXIT.done, poster: poster.value.laidOut };
}

/** Why a poster was not written, and what helps. */
function refusal({ t, lang, job }: Run, name: string, poster: PosterSheets): readonly string[] {
  const { check, canSplit } = poster;
  const better = poster.better();
  const figures = { pt: decimalText(check.smallestPt, lang), least: decimalText(check.leastPt, lang) };
  return [
    t('exporting.cli.refused', { name, sheet: check.sheet, ...figures }),
    ...(better ? [t('exporting.cli.takeSheet', { name, sheet: sheetText(better) })] : []),
    ...(canSplit && job.setup.split !== 'fit' ? [t('exporting.cli.splits', { name })] : []),
    t('exporting.cli.helps', { name }),
  ];
}

/** What a person should know of a poster that was written all the same. */
function warnings({ t, lang, job }: Run, name: string, poster: PosterSheets): readonly string[] {
  const { check, canSplit } = poster;
  const better = poster.better();
  const pt = decimalText(check.smallestPt, lang);
  const twoPt = job.setup.split === 'none' ? poster.twoSheetsPt() : null;
  return [
    ...(check.isTooSmall && better ? [t('exporting.cli.tooSmall', { name, pt, sheet: sheetText(better) })] : []),
    ...(check.isTooSmall && !better ? [t('exporting.cli.tooSmallAnywhere', { name, pt })] : []),
    ...(twoPt === null ? [] : [t('exporting.cli.splitsTwo', { name, pt: decimalText(twoPt, lang) })]),
    ...(check.isTooSmall && canSplit && job.setup.split !== 'fit' ? [t('exporting.cli.splits', { name })] : []),
    ...(check.outside.length > 0 ? [t('exporting.cli.outside', { name, texts: check.outside.join(' | ') })] : []),
    ...(check.uncovered.length > 0
      ? [t('exporting.cli.uncovered', { name, characters: check.uncovered.join(' ') })]
      : []),
  ];
}

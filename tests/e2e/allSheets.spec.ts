import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DocId, PersonaId } from '../../shared/base/ids';
import { docType } from '../../shared/boards/docTypes';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { boardKind } from '../../shared/boards/registry';
import { createYDoc, encodeState } from '../../shared/document/yDocument';
import { writeWorkshopFile } from '../../shared/file/workshopFile';
import { type Lang, translator } from '../../shared/i18n/translate';
import type { AnyDoc, SheetKindId } from '../../shared/model/document';
import { LIGHT } from '../../shared/model/theme';
import { boardsInOrder, boardTitles, personasInOrder } from '../../shared/model/workshopCommands';
import { DEFAULT_SETUP } from '../../shared/poster/posterSetup';
import { sheetsOfPoster } from '../../shared/poster/sheetsOfPoster';
import type { SheetChoice } from '../../shared/scene/sheet';
import { eachText } from '../../shared/scene/walkScene';
import { fontkitMeasurer } from '../support/fontkitMeasurer';
import { pdfBoxes, pdfCatalog, pdfCheck, pdfFonts, pdfImageCount, pdfInfo, pdfText } from '../support/pdfFacts';
import { sampleOf } from '../support/sampleScenes';
import { personarium } from './commandLine';

/** Every kind of board on paper of every family, in both languages: what print shops check first. */
const PAPERS: Readonly<Record<string, SheetChoice>> = {
  A5: { kind: 'named', name: 'A5' },
  A4: { kind: 'named', name: 'A4' },
  A3: { kind: 'named', name: 'A3' },
  A1: { kind: 'named', name: 'A1' },
  A0: { kind: 'named', name: 'A0' },
  '2A0': { kind: 'named', name: '2A0' },
  B1: { kind: 'named', name: 'B1' },
  Letter: { kind: 'named', name: 'Letter' },
  Tabloid: { kind: 'named', name: 'Tabloid' },
  'ARCH D': { kind: 'named', name: 'ARCH D' },
  '50x70': { kind: 'named', name: '50x70' },
  'roll-914': { kind: 'roll', widthMm: 914 },
};
/** Too small for some of them. */
const SMALL = ['A5', 'A4', 'Letter', 'Tabloid'];
const LANGS: readonly Lang[] = ['fr', 'en'];
/** A journey as a grid, an empathy map, a journey as a path, a persona. */
const BOARDS = ['1', '2', '3', 'Solène Marchand'];

interface Printed {
  readonly kind: SheetKindId;
  readonly title: string;
  readonly doc: AnyDoc;
}

const { id, workshop, docs: asMade } = sampleOf('fr');
const docs: Record<DocId, AnyDoc> = { ...asMade };
const boards = boardsInOrder(workshop);
const [, , target] = boards;
const [persona] = personasInOrder(workshop);
if (!target || !persona) throw new Error('the sample has three boards and a persona');
const path = docs[target.id] as AnyDoc & { readonly info: object };
docs[target.id] = { ...path, info: { ...path.info, form: 'path' } } as AnyDoc;
const printed: readonly Printed[] = [
  ...boards.slice(0, 3).map(({ id: board, kind, title }) => ({ kind, title, doc: docs[board]! })),
  { kind: 'persona', title: (docs[persona.id] as PersonaDoc).info.name, doc: docs[persona.id]! },
];
const personas: Record<PersonaId, PersonaDoc> = {};
for (const { id: one } of personasInOrder(workshop)) personas[one] = docs[one as DocId] as PersonaDoc;

let folder: string;
let file: string;

test.beforeAll(async () => {
  for (const { kind, doc } of printed) await boardKind(kind).prepare?.(doc);
  folder = await mkdtemp(join(tmpdir(), 'personarium-sheets-'));
  file = join(folder, 'sample.personarium');
  const stored = Object.entries<AnyDoc>({ ...docs, [id]: workshop }).map(([docId, doc]) => [
    docId,
    { doc, state: encodeState(createYDoc(docType(doc.kind), doc)) },
  ]);
  const bundle = { workshopId: id, docs: Object.fromEntries(stored), assets: {} };
  await writeFile(file, writeWorkshopFile(bundle, { appVersion: '0.0.0', savedAt: '2026-11-22T00:00:00Z' }));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Letters and signs that stand in one text more often than in the other: lines may be told in another order than they are drawn. */
function unlike(one: string, other: string): string {
  const counts = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const letter of text.normalize('NFC').replace(/[\s\u200B]+/g, ''))
      counts.set(letter, (counts.get(letter) ?? 0) + by);
  };
  count(one, 1);
  count(other, -1);
  return [...counts].flatMap(([letter, more]) => (more === 0 ? [] : [`${letter} ${more}`])).join(', ');
}

function posterOf({ kind, doc }: Printed, lang: Lang, sheet: SheetChoice) {
  const words = { measure: fontkitMeasurer, t: translator(lang), lang, theme: LIGHT, personas };
  const about = { workshop: workshop.info, boards: boardTitles(workshop) };
  const board = { kind: boardKind(kind), doc, words: { ...words, ...about }, opinions: false };
  return sheetsOfPoster(board, { ...DEFAULT_SETUP, sheet });
}

for (const [name, choice] of Object.entries(PAPERS))
  test(`on ${name}, every kind of board in both languages is exact, whole and without pictures`, async () => {
    const out = join(folder, name);
    const chosen = BOARDS.flatMap((board) => ['--board', board]);
    const words = ['export', file, ...chosen, '--sheet', name, ...LANGS.flatMap((lang) => ['--lang', lang])];
    const insist = SMALL.includes(name) ? ['--small-text'] : [];
    expect(await personarium([...words, ...insist, '--out', `${out}/`])).toMatchObject({ code: 0 });
    const made = await readdir(out);
    expect(made).toHaveLength(printed.length * LANGS.length);
    for (const each of printed)
      for (const lang of LANGS) {
        const pdf = made.find((one) => one.startsWith(`${each.title} `) && one.endsWith(` ${lang}.pdf`));
        expect(pdf, `${each.title} in ${lang}`).toBeDefined();
        const at = join(out, pdf!);
        const { sheet, scenes } = posterOf(each, lang, choice);
        const where = `${each.title}, ${name}, ${lang}`;
        const { media, trim } = pdfBoxes(at);
        for (const box of [media, trim]) {
          expect(Math.abs(box.widthMm - sheet.widthMm), where).toBeLessThan(0.5);
          expect(Math.abs(box.heightMm - sheet.heightMm), where).toBeLessThan(0.5);
        }
        expect(pdfInfo(at), where).toMatchObject({ pages: scenes.length, isTagged: true });
        expect(pdfCatalog(at).lang, where).toBe(lang);
        const fonts = pdfFonts(at);
        expect(fonts.length, where).toBeGreaterThan(2);
        expect(
          fonts.filter((font) => !font.isEmbedded || !font.hasUnicode),
          where,
        ).toEqual([]);
        expect(pdfImageCount(at), where).toBe(0);
        expect(pdfCheck(at), where).toContain('No syntax or stream encoding errors');
        let text = '';
        for (const scene of scenes)
          eachText(scene.items, (line) => {
            text += line.text;
          });
        expect(text.length, where).toBeGreaterThan(300);
        expect(unlike(pdfText(at), text), where).toBe('');
      }
  });

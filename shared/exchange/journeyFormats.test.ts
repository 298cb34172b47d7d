import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap } from '../../tests/support/arbitraryJourneyMap';
import type { Id, NewId, PersonaId } from '../base/ids';
import { type JourneyMapDoc, journeyMapType, type Note } from '../boards/journey-map/model';
import { columnsInOrder, lanesInOrder, stagesInOrder, stepsOf } from '../boards/journey-map/order';
import { translator } from '../i18n/translate';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { csvBytes } from './csvText';
import { writeJourneyMarkdown } from './journeyMarkdown';
import { isMermaid, readMermaid, writeMermaid } from './journeyMermaid';
import { readOjf, writeOjf } from './journeyOjf';
import { isJourneyHeader, journeyFromRows, journeyRows } from './journeyRows';
import { xlsxBytes } from './xlsx';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

const t = translator('fr');
const SOLENE = 'p1' as PersonaId;
const sample = (lang: 'fr' | 'en' = 'fr'): JourneyMapDoc => {
  const map = Object.values(sampleWorkshop({ lang, newId: counter(), date: '2026-11-22' }).docs).find(
    (doc): doc is JourneyMapDoc => doc.kind === 'journey-map',
  );
  if (!map) throw new Error('the sample has a journey');
  return map;
};
const map = (text: string) => readMermaid(strToU8(text), 'a.mmd', counter(), { [SOLENE]: 'Solène' });
const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const withoutPictures = (doc: JourneyMapDoc): JourneyMapDoc => ({
  ...doc,
  notes: Object.fromEntries(
    Object.entries<Note>(doc.notes).map(([id, note]) => [id, { ...note, image: null }]),
  ) as JourneyMapDoc['notes'],
});
/** Rows of a CSV as any program reads them. */
const rowsOf = (bytes: Uint8Array): string[][] =>
  Papa.parse<string[]>(strFromU8(bytes).replace(/^\uFEFF/, ''), { skipEmptyLines: true, delimiter: ';' }).data;
const anyMap = arbitraryJourneyMap({ stages: 3, steps: 3, notes: 6 });

describe('a journey as Mermaid', () => {
  const DAY = `journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me
      Do work: 1: Me, Cat
    section Go home
      Go downstairs: 5: Me
      Sit down: 5: Solène`;

  it('reads the example of its documentation', () => {
    const doc = value(map(DAY));
    expect(doc.info.title).toBe('My working day');
    expect(stagesInOrder(doc).map((stage) => [stage.title, stepsOf(doc, stage.id).map(({ title }) => title)])).toEqual([
      ['Go to work', ['Make tea', 'Go upstairs', 'Do work']],
      ['Go home', ['Go downstairs', 'Sit down']],
    ]);
    const points = Object.values(doc.emotionPoints);
    expect(points.map(({ valence }) => valence)).toEqual([2, 0, -2, 2, 2]);
    expect(points.map(({ personaId }) => personaId)).toEqual([null, null, null, null, SOLENE]);
    expect(doc.info.personaIds).toEqual([SOLENE]);
  });

  it('passes over comments, directives, descriptions, front matter and the rest of a Markdown file', () => {
    const text = `---\ntitle: x\n---\n%%{init: {}}%%\njourney\n%% a word\naccTitle: a\naccDescr {\n  two: 1\n}\nsection A\nTask: 4\n`;
    expect(stagesInOrder(value(map(text))).map(({ title }) => title)).toEqual(['A']);
    const fenced = `# Notes\n\n\`\`\`mermaid\njourney\nsection A\nTask: 4: Me\n\`\`\`\nafter: 1`;
    expect(columnsInOrder(value(map(fenced))).map(({ title }) => title)).toEqual(['Task']);
  });

  it('says which line it cannot read, and what is no journey', () => {
    expect(map('journey\nsection A\nwhat is this')).toMatchObject({
      ok: false,
      error: { code: 'file-invalid', where: '3' },
    });
    for (const text of ['', 'graph TD\nA-->B', 'journey', '# journey'])
      expect(map(text)).toMatchObject({ ok: false, error: { code: 'no-journey' } });
    expect(isMermaid('flowchart LR')).toBe(false);
  });

  it('writes the sample as people know it', () => {
    const doc = sample();
    const text = strFromU8(writeMermaid(doc, { t, names: { [doc.info.personaIds[0] as PersonaId]: 'Solène' } }));
    expect(text.split('\n').slice(0, 5)).toEqual([
      'journey',
      '    title Changer de chaussures de course',
      '    section Prise de conscience',
      '      Sortie du dimanche: 2: Solène',
      '      Chaussures d’Inès: 4: Solène',
    ]);
  });

  it('keeps stages, moments and scores of any map, whatever signs their names have', () => {
    fc.assert(
      fc.property(anyMap, (doc) => {
        const shape = (one: JourneyMapDoc) => strFromU8(writeMermaid(one, { t, names: {} }));
        // A stage of another program has a moment at least.
        const isWhole = stagesInOrder(doc).every(({ id }) => stepsOf(doc, id).length > 0);
        if (!isWhole || Object.keys(doc.stages).length === 0) return;
        expect(shape(value(map(shape(doc))))).toBe(shape(doc));
      }),
    );
    const odd = 'journey\n    title a#58;b\n    section #115;ection x\n      one#44; two#35;3#59; 100#37;: 3\n';
    expect(strFromU8(writeMermaid(value(map(odd)), { t, names: {} }))).toBe(odd);
    expect(columnsInOrder(value(map(odd)))[0]?.title).toBe('one, two#3; 100%');
  });
});

describe('a journey as a table', () => {
  it.each(['fr', 'en'] as const)('comes back equal from the rows of the sample, in %s', (lang) => {
    const doc = sample(lang);
    expect(value(journeyFromRows(journeyRows(doc, lang), counter(), 'a.csv'))).toEqual(doc);
  });

  it('comes back equal from a CSV, whatever the map; no cell of it begins a formula', () => {
    fc.assert(
      fc.property(anyMap, (doc) => {
        if (Object.keys(doc.stages).length === 0) return;
        const rows = rowsOf(csvBytes(journeyRows(doc, 'fr'), 'fr'));
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(value(journeyFromRows(rows, counter(), 'a.csv'))).toEqual(withoutPictures(doc));
      }),
      { numRuns: 50 },
    );
  });

  it('guards what a spreadsheet would run, and gives it back', () => {
    const doc = sample();
    const [id] = Object.keys(doc.notes) as (keyof JourneyMapDoc['notes'])[];
    const note = id && doc.notes[id];
    if (!id || !note) throw new Error('the sample has notes');
    for (const text of ['=cmd|/c calc!A1', "'=1+1", '+33 6', '-1', '@home', '\tx']) {
      const changed = { ...doc, notes: { ...doc.notes, [id]: { ...note, text } } };
      const rows = rowsOf(csvBytes(journeyRows(changed, 'fr'), 'fr'));
      expect(rows.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
      expect(value(journeyFromRows(rows, counter(), 'a.csv')).notes[id]?.text).toBe(text);
    }
  });

  it('lets edited cells count, in either language, and keeps what cells cannot say', () => {
    const doc = sample();
    const rows = journeyRows(doc, 'fr').map((row) => [...row]);
    const at = (name: string) => rows[0]?.indexOf(name) ?? -1;
    const row = rows.find((cells) => cells[at('Texte')]?.startsWith('Des fiches techniques'));
    if (!row) throw new Error('the sample has that pain point');
    row[at('Texte')] = 'Des fiches trop longues';
    row[at('Gravité')] = '2';
    row[at('Preuve')] = 'observation';
    const back = value(journeyFromRows(rows, counter(), 'a.csv'));
    const note = Object.values(back.notes).find(({ text }) => text === 'Des fiches trop longues');
    expect(note).toMatchObject({
      severity: 2,
      evidence: 'observation',
      source: 'Mesure d’audience, n\u00A0=\u00A0412',
    });
  });

  it('takes rows that somebody added, with new stages and moments where they name some', () => {
    const rows = [
      ['Sorte', 'Étape', 'Moment n°', 'Ligne', 'Texte', 'Gravité', 'Émotion', 'Canal'],
      ['Irritant', 'Retour', '', 'Irritants', 'Colis perdu', '4', '', ''],
      ['Émotion', 'Retour', '2', '', '', '', '-1,5', ''],
      ['Touchpoint', 'Retour', '1', '', 'Transporteur', '', '', 'Livraison'],
    ];
    const doc = value(journeyFromRows(rows, counter(), 'a.csv'));
    expect(stagesInOrder(doc).map(({ title }) => title)).toEqual(['Retour']);
    expect(columnsInOrder(doc)).toHaveLength(2);
    expect(Object.values(doc.notes)).toMatchObject([{ text: 'Colis perdu', severity: 4, stepId: null }]);
    expect(Object.values(doc.emotionPoints)).toMatchObject([{ valence: -1.5 }]);
    expect(Object.values(doc.touchpoints)).toMatchObject([{ label: 'Transporteur', channel: 'delivery' }]);
    expect(
      lanesInOrder(doc)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['emotion', 'pain-points', 'touchpoints']);
  });

  it('refuses what is no journey with one sentence, and names a row that cannot be read', () => {
    expect(isJourneyHeader(['Nom', 'Âge'])).toBe(false);
    expect(journeyFromRows([['Nom', 'Âge']], counter(), 'a.csv')).toMatchObject({ error: { code: 'no-journey' } });
    const rows = journeyRows(sample(), 'fr').map((row) => [...row]);
    const severity = rows[0]?.indexOf('Gravité') ?? -1;
    const at = rows.findIndex((row) => row[severity] === '5');
    const row = rows[at];
    if (row) row[severity] = 'beaucoup';
    expect(journeyFromRows(rows, counter(), 'a.csv')).toMatchObject({
      error: { code: 'file-invalid', where: `${at + 1}` },
    });
    if (row) row[severity] = '99';
    expect(journeyFromRows(rows, counter(), 'a.csv')).toMatchObject({ error: { code: 'file-invalid' } });
  });

  it('is a workbook without a single formula, the same bytes for the same rows', () => {
    const rows = [
      ['Texte', 'Votes'],
      ['=cmd', '3'],
      ['a & <b>', ''],
    ];
    const bytes = xlsxBytes(rows, 'Parcours / 1', new Set([1]));
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain(">'=cmd</t>");
    expect(sheet).toContain('a &amp; &lt;b&gt;');
    expect(sheet).toContain('<c r="B2"><v>3</v></c>');
    expect(xlsxBytes(rows, 'Parcours / 1', new Set([1]))).toEqual(bytes);
  });
});

describe('a journey as OJF', () => {
  it('carries stages, rows, notes, touchpoints and the curve of any map', () => {
    const facts = (doc: JourneyMapDoc) => ({
      stages: stagesInOrder(doc).map(({ title }) => title.trim()),
      points: Object.values(doc.emotionPoints).length,
      touchpoints: Object.values(doc.touchpoints).length,
    });
    const doc = sample();
    const back = value(readOjf(writeOjf(doc, t), 'a.ojf', counter()));
    expect(facts(back)).toEqual(facts(doc));
    const valences = (one: JourneyMapDoc) =>
      Object.values(one.emotionPoints)
        .map(({ valence }) => valence)
        .sort();
    expect(valences(back)).toEqual(valences(doc));
    expect(Object.values(back.notes).map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('Trois jours d’attente')]),
    );
    // Once through it, nothing more is lost.
    const again = value(readOjf(writeOjf(back, t), 'a.ojf', counter()));
    expect(facts(again)).toEqual(facts(back));
  });

  it('reads the example of its specification', () => {
    const example = {
      version: '1.0',
      stages: [
        { id: 's1', name: 'Discovery' },
        { id: 's2', name: 'Purchase' },
      ],
      swimlanes: [
        { id: 'sl1', name: 'User Action' },
        { id: 'sl2', name: 'Emotional State' },
      ],
      nodes: [
        { stageId: 's1', swimlaneId: 'sl1', title: 'Search', description: 'By name.', score: 5, tags: ['Desktop'] },
        {
          stageId: 's2',
          swimlaneId: 'sl2',
          title: 'Anxiety',
          description: 'Worried.',
          score: -4,
          purpose: 'pain-point',
        },
      ],
    };
    const doc = value(readOjf(strToU8(JSON.stringify(example)), 'a.ojf', counter()));
    expect(Object.values(doc.notes)).toMatchObject([{ text: 'Search\nBy name.', tags: ['Desktop'] }]);
    expect(Object.values(doc.emotionPoints)).toMatchObject([{ valence: -1.6, word: 'Anxiety', quote: 'Worried.' }]);
  });

  it('refuses other JSON and text with one failure', () => {
    const read = (text: string) => readOjf(strToU8(text), 'a.ojf', counter());
    expect(read('{"stages":[]}')).toMatchObject({ error: { code: 'no-journey' } });
    expect(read('{"stages":[],"swimlanes":[],"nodes":[]}')).toMatchObject({ error: { code: 'no-journey' } });
    expect(read('{')).toMatchObject({ error: { code: 'file-invalid' } });
  });

  it('never throws, whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readOjf(strToU8(text), 'a', counter())).not.toThrow();
        expect(() => readMermaid(strToU8(`journey\n${text}`), 'a', counter())).not.toThrow();
      }),
    );
  });
});

describe('a journey as Markdown', () => {
  it('has a heading for every stage and no empty cell', () => {
    const doc = sample();
    const text = strFromU8(writeJourneyMarkdown(doc, { t, lang: 'fr', personas: {} }));
    expect(text.match(/^## /gm)).toHaveLength(stagesInOrder(doc).length);
    expect(text).toContain('Trois jours d’attente au SAV');
    expect(journeyMapType.schema.safeParse(doc).success).toBe(true);
  });
});

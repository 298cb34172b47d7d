import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { changeOf, idsOf, seeds, smallJourney } from '../../tests/support/journeyCommands';
import { journeyProblems } from '../../tests/support/journeyInvariants';
import { type RawEntry, rawZip } from '../../tests/support/rawZip';
import { BOARD, bundleOf, FACTS, PERSONA, WORKSHOP, workshopDoc } from '../../tests/support/workshopBundles';
import type { NoteId } from '../base/ids';
import { type JourneyMapDoc, journeyMapType } from '../boards/journey-map/model';
import { createLiveDocument } from '../document/liveDocument';
import { createYDoc, encodeState, loadYDoc, mergeStates, snapshotOf } from '../document/yDocument';
import type { Json } from '../model/document';
import { sha256 } from './sha256';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from './workshopFile';

function opened(bytes: Uint8Array): WorkshopBundle {
  const read = readWorkshopFile(bytes, 'essai.personarium');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const entriesOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

/** The same file with some entries changed, dropped (null) or added, zipped again by another tool. */
function altered(bytes: Uint8Array, changes: Record<string, Uint8Array | string | null>): Uint8Array {
  const all: Record<string, Uint8Array | string | null> = { ...entriesOf(bytes), ...changes };
  const kept = Object.entries(all).flatMap(([name, content]): RawEntry[] =>
    content === null ? [] : [{ name, bytes: content }],
  );
  return rawZip(kept);
}

/** `workshop.json` after a change by hand. */
function edited(bytes: Uint8Array, change: (json: never) => void): string {
  const json = JSON.parse(strFromU8(entriesOf(bytes)['workshop.json']!)) as never;
  change(json);
  return JSON.stringify(json);
}

const journeyOf = (bundle: WorkshopBundle) => bundle.docs[BOARD]!.doc as JourneyMapDoc;
const stateOf = (bundle: WorkshopBundle) => snapshotOf(loadYDoc([bundle.docs[BOARD]!.state]), journeyMapType);

describe('writing and reading', () => {
  it('gives back what was written, whatever the content', () => {
    fc.assert(
      fc.property(seeds(40), fc.uint8Array({ maxLength: 500 }), (all, image) => {
        const live = createLiveDocument(createYDoc(journeyMapType, smallJourney()), journeyMapType, () => 0, {
          onChange: () => {},
          onUpdate: () => {},
        });
        const newId = idsOf('w');
        for (const seed of all) {
          const { command, args } = changeOf(live.doc(), seed, newId);
          live.run(command as never, args);
        }
        const base = bundleOf(live.doc());
        const bundle: WorkshopBundle = {
          ...base,
          docs: { ...base.docs, [BOARD]: { doc: live.doc(), state: encodeState(live.ydoc) } },
          assets: { ...base.assets, [sha256(image)]: image },
        };
        const bytes = writeWorkshopFile(bundle, FACTS);
        expect(opened(bytes)).toEqual(bundle);
        expect(writeWorkshopFile(opened(bytes), FACTS)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is a zip any tool reads: mimetype first and stored, readable JSON in a stable order', () => {
    const bytes = writeWorkshopFile(bundleOf(smallJourney()), FACTS);
    expect(strFromU8(bytes.subarray(30, 38))).toBe('mimetype');
    expect(strFromU8(bytes.subarray(38, 38 + 31))).toBe('application/vnd.personarium+zip');
    const entries = entriesOf(bytes);
    expect(Object.keys(entries).map((name) => name.split('/')[0])).toEqual([
      'mimetype',
      'workshop.json',
      'state',
      'state',
      'state',
      'assets',
    ]);
    const text = strFromU8(entries['workshop.json']!);
    expect(text.startsWith('{\n  "format": "personarium",\n  "version": 2,\n  "app": "0.1.0",\n')).toBe(true);
    expect(text).toContain('"title": "Changer de chaussures"');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('does not depend on the order of keys in memory', () => {
    const bundle = bundleOf(smallJourney());
    const turn = <T>(value: T): T =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
        ? (Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, turn(item)]),
          ) as T)
        : value;
    expect(writeWorkshopFile(turn(bundle), FACTS)).toEqual(writeWorkshopFile(bundle, FACTS));
  });

  it('reads back what it writes even when it is packed a thousand times smaller', () => {
    const journey = smallJourney();
    for (const note of Object.values(journey.notes)) note.text = 'a'.repeat(20_000);
    const [first] = Object.values(journey.notes);
    for (let count = 100; count < 300; count += 1) {
      const id = `more${count}` as NoteId;
      journey.notes[id] = { ...first!, id, order: `b${count}1` };
    }
    const bytes = writeWorkshopFile(bundleOf(journey), FACTS);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    const notes = Object.values(journeyOf(opened(bytes)).notes);
    expect(notes.length).toBe(Object.keys(journey.notes).length);
    expect(notes.every((note) => note.text.length === 20_000)).toBe(true);
  });

  it('names assets by their real hash', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) & 255);
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    const bytes = writeWorkshopFile(bundleOf(smallJourney()), FACTS);
    const name = Object.keys(entriesOf(bytes)).find((one) => one.startsWith('assets/'))!;
    expect(name).toMatch(/^assets\/[0-9a-f]{64}\.png$/);
    expect(readWorkshopFile(altered(bytes, { [name]: 'not this' }), 'x')).toMatchObject({
      ok: false,
      error: { code: 'file-invalid', reason: 'checksum' },
    });
  });
});

describe('edited by hand', () => {
  const bundle = bundleOf(smallJourney());
  const bytes = writeWorkshopFile(bundle, FACTS);
  const rename = (json: { docs: Record<string, JourneyMapDoc> }) => {
    json.docs[BOARD]!.info.title = 'Repris à la main\r\navec un retour';
  };

  it('opens as edited, and still merges with its other copies', () => {
    const read = opened(altered(bytes, { 'workshop.json': edited(bytes, rename as never) }));
    expect(journeyOf(read).info.title).toBe('Repris à la main\navec un retour');
    expect(stateOf(read)).toEqual(journeyOf(read));
    const other = createLiveDocument(loadYDoc([bundle.docs[BOARD]!.state]), journeyMapType, () => 0, {
      onChange: () => {},
      onUpdate: () => {},
    });
    const { command, args } = changeOf(
      other.doc(),
      { op: 0, a: 0, b: 0, c: 0, at: null, number: 0, text: 'autre table', flag: false },
      idsOf('other'),
    );
    other.run(command as never, args);
    const merged = snapshotOf(
      loadYDoc([mergeStates([read.docs[BOARD]!.state, encodeState(other.ydoc)])]),
      journeyMapType,
    );
    expect(merged.info.title).toBe('Repris à la main\navec un retour');
    expect(Object.keys(merged.notes)).toHaveLength(Object.keys(journeyOf(read).notes).length + 1);
  });

  it.each([
    ['no state', null],
    ['an empty state', ''],
    ['a state that is noise', '\u0000\u00ff\u0001 not yjs at all'],
    ['a state of another document', undefined],
  ])('opens from the JSON with %s', (_, state) => {
    const content = state === undefined ? bundle.docs[PERSONA]!.state : state;
    const read = opened(altered(bytes, { [`state/${BOARD}.yjs`]: content }));
    expect(journeyOf(read)).toEqual(journeyOf(bundle));
    expect(stateOf(read)).toEqual(journeyOf(bundle));
  });

  it('opens from the JSON with random states', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(journeyOf(opened(altered(bytes, { [`state/${BOARD}.yjs`]: noise })))).toEqual(journeyOf(bundle));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the state byte for byte when nobody edited', () => {
    expect(opened(bytes).docs[BOARD]!.state).toEqual(bundle.docs[BOARD]!.state);
  });

  it('sweeps what dangles and drops references to documents that are not there', () => {
    const read = opened(
      altered(bytes, {
        'workshop.json': edited(bytes, ((json: { docs: Record<string, never> }) => {
          const journey = json.docs[BOARD] as unknown as JourneyMapDoc;
          const step = Object.values(journey.steps)[0]!;
          delete (journey.steps as Record<string, unknown>)[step.id];
          const workshop = json.docs[WORKSHOP] as unknown as ReturnType<typeof workshopDoc>;
          (workshop.boards as Record<string, unknown>).gone = {
            id: 'gone',
            kind: 'journey-map',
            title: '',
            order: 'a1',
          };
          (workshop.personas as Record<string, unknown>)[BOARD] = { id: BOARD, order: 'a1' };
        }) as never),
      }),
    );
    expect(journeyProblems(journeyOf(read))).toEqual([]);
    expect(Object.keys(journeyOf(read).notes)).toHaveLength(Object.keys(journeyOf(bundle).notes).length);
    expect(read.docs[WORKSHOP]!.doc).toEqual(workshopDoc());
    expect(stateOf(read)).toEqual(journeyOf(read));
  });

  it('takes a byte order mark, duplicate keys (the last one counts) and minus zero', () => {
    const text = strFromU8(entriesOf(bytes)['workshop.json']!);
    const odd = `\uFEFF${text.replace('"version": 2,', '"version": 2, "version": 2,').replace('"offset": 0.5', '"offset": -0')}`;
    const read = opened(altered(bytes, { 'workshop.json': strToU8(odd) }));
    expect(Object.values(journeyOf(read).emotionPoints).some((point) => Object.is(point.offset, 0))).toBe(true);
    expect(stateOf(read)).toEqual(journeyOf(read));
  });

  it('mends half surrogate pairs and control characters in texts', () => {
    const read = opened(
      altered(bytes, {
        'workshop.json': edited(bytes, rename as never).replace('Repris', '\\ud83d\\u0000 Repris'),
      }),
    );
    expect(journeyOf(read).info.title).toBe('\uFFFD Repris à la main\navec un retour');
    expect(stateOf(read)).toEqual(journeyOf(read));
  });

  it('reads a document of an earlier schema through its migrations only', () => {
    const change = (schema: Json) =>
      edited(
        bytes,
        ((json: { docs: Record<string, { schema: Json }> }) => (json.docs[BOARD]!.schema = schema)) as never,
      );
    const read = (schema: Json) =>
      readWorkshopFile(altered(bytes, { 'workshop.json': change(schema) }), 'x.personarium');
    expect(read(5)).toEqual({
      ok: false,
      error: { code: 'file-newer', name: 'x.personarium', fileVersion: 5, appVersion: 4 },
    });
    for (const schema of [0, -1, 1.5, '1', null, 1e300]) expect(read(schema).ok).toBe(false);
  });
});

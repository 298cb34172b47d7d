import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { type RawEnd, type RawEntry, rawZip } from '../../tests/support/rawZip';
import { BOARD, bundleOf, FACTS, PNG, WORKSHOP } from '../../tests/support/workshopBundles';
import type { AppError } from '../base/appError';
import { LANGUAGES, translator } from '../i18n/translate';
import { jsonDepth } from './parseJson';
import { readWorkshopFile, writeWorkshopFile } from './workshopFile';

/** Files that are broken or mean harm: one clear failure each, quickly, and nothing touched. */
const GOOD = writeWorkshopFile(bundleOf(smallJourney()), FACTS);
const GOOD_ENTRIES: RawEntry[] = Object.entries(unzipSync(GOOD)).map(([name, bytes]) => ({
  name,
  bytes,
  stored: name === 'mimetype',
}));
const GOOD_JSON = strFromU8(unzipSync(GOOD)['workshop.json']!);

function failure(bytes: Uint8Array): AppError {
  const read = readWorkshopFile(bytes, 'essai.personarium');
  if (read.ok) throw new Error('it was read');
  return read.error;
}

const withEntries = (...more: RawEntry[]) => rawZip([...GOOD_ENTRIES, ...more]);
const withEnd = (end: RawEnd) => rawZip(GOOD_ENTRIES, end);
const replacing = (name: string, changes: Partial<RawEntry>) =>
  rawZip(GOOD_ENTRIES.map((entry) => (entry.name === name ? { ...entry, ...changes } : entry)));
const withJson = (text: string | Uint8Array) => replacing('workshop.json', { bytes: text });
const ASSET = `assets/${'0'.repeat(64)}.png`;

afterEach(() => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('archives', () => {
  it('reads the good file that the others are made from', () => {
    expect(readWorkshopFile(rawZip(GOOD_ENTRIES), 'x').ok).toBe(true);
    expect(readWorkshopFile(rawZip(GOOD_ENTRIES, { comment: 'a comment' }), 'x').ok).toBe(true);
    const folders = [
      { name: 'state/', bytes: '', stored: true },
      { name: 'assets/', bytes: '', stored: true },
    ];
    expect(readWorkshopFile(rawZip([...folders, ...GOOD_ENTRIES].reverse()), 'x').ok).toBe(true);
  });

  it.each([
    '../evil',
    'state/../../evil.yjs',
    '..\\evil',
    '/etc/passwd',
    'C:\\evil',
    'C:/evil',
    '\\\\server\\share',
    'state/a.yjs\u0000.png',
    'NUL',
    'CON/NUL.txt',
    'workshop.json.',
    'workshop.json ',
    'WORKSHOP.JSON',
    'Workshop.json',
    './workshop.json',
    'state//a.yjs',
    'state/.yjs',
    `state/${'a'.repeat(65)}.yjs`,
    'state/__proto__.yjs',
    'state/constructor.yjs',
    'assets/evil.exe',
    'assets/x/y.png',
    'inner.zip',
    '42.zip',
    '__MACOSX/._x',
    '',
    'é',
    'état/a.yjs',
    '\u202Egnp.exe',
    ' ',
    'state/a.yjs/',
    'other/',
  ])('refuses an entry named %j', (name) => {
    const error = failure(withEntries({ name, bytes: 'x' }));
    expect(error).toMatchObject({ code: 'file-unsafe', name: 'essai.personarium' });
    expect((error as { entry: string }).entry).toMatch(/^[ -~]{0,80}$/);
  });

  it('refuses folders that hold bytes, links, names that come twice', () => {
    expect(failure(withEntries({ name: 'state/', bytes: 'x' }))).toMatchObject({ code: 'file-unsafe' });
    expect(failure(withEntries({ name: ASSET, bytes: '/etc/passwd', mode: 0o120777 }))).toMatchObject({
      code: 'file-unsafe',
      entry: ASSET,
    });
    expect(failure(withEntries({ name: 'workshop.json', bytes: GOOD_JSON }))).toMatchObject({
      code: 'file-unsafe',
      entry: 'workshop.json',
    });
    expect(failure(withEntries({ name: 'mimetype', bytes: 'x' }))).toMatchObject({
      code: 'file-unsafe',
      entry: 'mimetype',
    });
  });

  it('refuses too many entries, however they are counted', () => {
    const many = Array.from(
      { length: 2_001 },
      (_, at): RawEntry => ({ name: `state/d${at}.yjs`, bytes: '', stored: true }),
    );
    expect(failure(withEntries(...many))).toMatchObject({ code: 'file-invalid', reason: 'too-many' });
    expect(failure(rawZip([...GOOD_ENTRIES, ...many], { count: 65_535 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'too-many',
    });
    expect(failure(rawZip([...GOOD_ENTRIES, ...many], { count: 6 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
    expect(failure(withEnd({ count: 0 }))).toMatchObject({ code: 'file-invalid', reason: 'archive' });
  });

  it('refuses zip bombs before they unfold', () => {
    const zeros = new Uint8Array(45 * 1024 * 1024);
    expect(failure(withEntries({ name: ASSET, bytes: zeros }))).toMatchObject({ code: 'file-unsafe', entry: ASSET });
    const state = GOOD_ENTRIES.find((entry) => String(entry.name).startsWith('state/'))!;
    expect(failure(replacing(String(state.name), { bytes: zeros }))).toMatchObject({
      code: 'file-unsafe',
      entry: state.name,
    });
    expect(failure(replacing('workshop.json', { bytes: zeros }))).toMatchObject({
      code: 'file-unsafe',
      entry: 'workshop.json',
    });
    expect(failure(withEntries({ name: ASSET, bytes: 'x', size: 0xffffffff }))).toMatchObject({
      code: 'file-too-large',
      limitMb: 50,
    });
    expect(failure(replacing('workshop.json', { size: 65 * 1024 * 1024 }))).toMatchObject({
      code: 'file-too-large',
      limitMb: 64,
    });
    const parts = Array.from(
      { length: 6 },
      (_, at): RawEntry => ({ name: `assets/${String(at).repeat(64)}.png`, bytes: 'x', size: 45 * 1024 * 1024 }),
    );
    expect(failure(withEntries(...parts))).toMatchObject({ code: 'file-too-large', limitMb: 256 });
    expect(failure(replacing('mimetype', { bytes: zeros, stored: false }))).toMatchObject({ code: 'file-not-ours' });
  });

  it('counts real bytes: a declared size that lies is found out', () => {
    const large = new Uint8Array(20 * 1024 * 1024).map((_, at) => at % 251);
    expect(failure(replacing('workshop.json', { bytes: large, size: 100 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'checksum',
    });
    expect(failure(withEntries({ name: ASSET, bytes: large, size: 100 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'checksum',
    });
    expect(failure(replacing('workshop.json', { size: 10 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'checksum',
    });
    expect(failure(replacing('workshop.json', { size: 10, stored: true }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
  });

  it('refuses entries that share bytes, lie outside, or disagree with their own header', () => {
    expect(failure(withEntries({ name: ASSET, bytes: PNG, offset: 0 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
    const twice = rawZip([
      ...GOOD_ENTRIES,
      { name: ASSET, bytes: PNG },
      { name: ASSET.replace('png', 'jpg'), bytes: PNG, offset: 0, localName: 'mimetype' },
    ]);
    expect(failure(twice)).toMatchObject({ code: 'file-invalid', reason: 'archive' });
    const quine = rawZip([
      ...GOOD_ENTRIES.map((entry) => ({ ...entry })),
      ...Array.from(
        { length: 20 },
        (_, at): RawEntry => ({ name: `state/q${at}.yjs`, bytes: new Uint8Array(1000), offset: 39 }),
      ),
    ]);
    expect(failure(quine)).toMatchObject({ code: 'file-invalid', reason: 'archive' });
    for (const offset of [0xffffffff, 0xfffffff0, GOOD.length])
      expect(failure(withEntries({ name: ASSET, bytes: PNG, offset }))).toMatchObject({
        code: 'file-invalid',
        reason: 'archive',
      });
    expect(failure(withEntries({ name: ASSET, bytes: PNG, localName: '../evil' }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
    expect(failure(withEntries({ name: ASSET, bytes: PNG, packedSize: 0x7fffffff }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
  });

  it('refuses what it cannot check: encryption, other methods, several disks, zip64, bad sums', () => {
    expect(failure(replacing('workshop.json', { flags: 1 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'encrypted',
    });
    expect(failure(replacing('workshop.json', { method: 12 }))).toMatchObject({
      code: 'file-invalid',
      reason: 'archive',
    });
    expect(failure(withEnd({ disk: 1 }))).toMatchObject({ code: 'file-invalid', reason: 'archive' });
    expect(failure(withEnd({ count: 0xffff }))).toMatchObject({ code: 'file-invalid', reason: 'too-many' });
    for (const end of [
      { directoryOffset: 0xffffffff },
      { directorySize: 0xffffffff },
      { directoryOffset: 0 },
      { directorySize: 1 },
    ])
      expect(failure(withEnd(end))).toMatchObject({ code: 'file-invalid', reason: 'archive' });
    expect(failure(replacing('workshop.json', { crc: 0xdeadbeef }))).toMatchObject({
      code: 'file-invalid',
      where: 'workshop.json',
      reason: 'checksum',
    });
    expect(failure(withEntries({ name: ASSET, bytes: PNG }))).toMatchObject({
      code: 'file-invalid',
      reason: 'checksum',
    });
  });

  it('tells what is not ours from what is broken', () => {
    const text = strToU8('hello');
    const epub = rawZip([
      { name: 'mimetype', bytes: 'application/epub+zip', stored: true },
      { name: 'META-INF/container.xml', bytes: 'x' },
    ]);
    const polyglot = new Uint8Array([...PNG, ...GOOD]);
    for (const bytes of [
      text,
      epub,
      zipSync({ '[Content_Types].xml': text, 'word/document.xml': text }),
      strToU8(GOOD_JSON),
    ])
      expect(failure(bytes)).toEqual({ code: 'file-not-ours', name: 'essai.personarium' });
    // Posters that carry a workshop begin like these.
    for (const bytes of [PNG, polyglot])
      expect(failure(bytes)).toEqual({ code: 'no-workshop-inside', name: 'essai.personarium', kind: 'PNG' });
    expect(failure(strToU8('%PDF-1.7'))).toMatchObject({ code: 'file-truncated' });
    expect(failure(new Uint8Array(0))).toMatchObject({ code: 'file-truncated' });
    expect(failure(rawZip([]))).toMatchObject({ code: 'file-not-ours' });
    expect(failure(new Uint8Array(100_000))).toMatchObject({ code: 'file-not-ours' });
    expect(failure(rawZip(GOOD_ENTRIES.filter((entry) => entry.name !== 'workshop.json')))).toMatchObject({
      code: 'file-invalid',
      where: 'workshop.json',
      reason: 'missing',
    });
    expect(failure(rawZip(GOOD_ENTRIES.filter((entry) => entry.name !== 'mimetype')))).toMatchObject({
      code: 'file-not-ours',
    });
  });

  it('refuses the file cut anywhere, in one sentence', () => {
    const journey = smallJourney();
    let seed = 1;
    const word = () => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed.toString(36);
    };
    for (const note of Object.values(journey.notes)) note.text = Array.from({ length: 200 }, word).join(' ');
    const whole = writeWorkshopFile(bundleOf(journey), FACTS);
    expect(whole.length).toBeGreaterThan(20_000);
    const cuts = [...Array(Math.ceil(whole.length / 1024)).keys()].map((at) => at * 1024);
    for (const cut of [...cuts, 1, 2, 3, 4, 30, 40, whole.length - 1, whole.length - 22, whole.length - 23])
      expect(failure(whole.subarray(0, cut))).toEqual({ code: 'file-truncated', name: 'essai.personarium' });
  });

  it('never throws and never reads something else when bytes are flipped or zeroed', () => {
    const before = readWorkshopFile(GOOD, 'x');
    fc.assert(
      fc.property(
        fc.nat(GOOD.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 1, max: 40 }),
        (at, mask, length) => {
          const damaged = GOOD.slice();
          for (let index = at; index < Math.min(GOOD.length, at + length); index += 1) damaged[index]! ^= mask;
          const read = readWorkshopFile(damaged, 'x');
          if (read.ok && before.ok)
            for (const [id, { doc }] of Object.entries(before.value.docs))
              expect(read.value.docs[id as never]!.doc).toEqual(doc);
        },
      ),
      { numRuns: 400 },
    );
  });
});

type LooseDoc = Record<string, Record<string, Record<string, unknown>>>;
type LooseJson = Record<string, unknown> & { docs: Record<string, LooseDoc> };

describe('workshop.json', () => {
  const changed = (change: (json: LooseJson) => void): Uint8Array => {
    const json = JSON.parse(GOOD_JSON) as LooseJson;
    change(json);
    return withJson(JSON.stringify(json));
  };
  const invalid = { code: 'file-invalid', reason: 'schema' };

  it('refuses nesting of 100,000 levels without overflowing', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(failure(withJson(deep))).toMatchObject({ code: 'file-invalid', where: 'workshop.json', reason: 'too-deep' });
    const inside = GOOD_JSON.replace('"savedAt"', `"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"savedAt"`);
    expect(failure(withJson(inside))).toMatchObject({ reason: 'too-deep' });
    expect(failure(withJson('['.repeat(100_000)))).toMatchObject({ reason: 'too-deep' });
    expect(jsonDepth(strToU8('{"a":"[[[[\\"[[["}'))).toBe(1);
    expect(jsonDepth(strToU8('"unclosed [[['))).toBe(0);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at every level', (key) => {
    for (const place of ['"format"', '"docs"', '"info"', '"title"', '"notes"', '"stageId"']) {
      const text = GOOD_JSON.replace(place, `"${key}": {"polluted": true}, ${place}`);
      expect(text).not.toBe(GOOD_JSON);
      expect(failure(withJson(text))).toMatchObject({ code: 'file-invalid', reason: 'forbidden-key' });
    }
    const escaped = GOOD_JSON.replace('"info"', `"\\u005f\\u005fproto__": {"polluted": true}, "info"`);
    expect(failure(withJson(escaped))).toMatchObject({ reason: 'forbidden-key' });
  });

  it('refuses what is not UTF-8 JSON', () => {
    const utf16 = new Uint8Array(
      new Uint16Array([0xfeff, ...GOOD_JSON].map((unit) => (typeof unit === 'string' ? unit.charCodeAt(0) : unit)))
        .buffer,
    );
    const latin = strToU8(GOOD_JSON).map((byte) => (byte === 0xc3 ? 0xe9 : byte));
    for (const bytes of [
      '',
      '{',
      'null,',
      '{"format":"personarium"',
      GOOD_JSON.slice(0, -10),
      `${GOOD_JSON}x`,
      GOOD_JSON.replace('2', 'NaN'),
      utf16,
      latin,
    ])
      expect(failure(withJson(bytes))).toMatchObject({ code: 'file-invalid', where: 'workshop.json', reason: 'json' });
  });

  it('tells another format and a newer version', () => {
    for (const text of ['null', '[]', '1', '"x"', '{}', '{"format":"other","version":1}', '{"type":"excalidraw"}'])
      expect(failure(withJson(text))).toMatchObject({ code: 'file-not-ours' });
    expect(failure(withJson('{"format":"personarium","version":3,"unheard":"of"}'))).toEqual({
      code: 'file-newer',
      name: 'essai.personarium',
      fileVersion: 3,
      appVersion: 2,
    });
    for (const version of ['0', '-1', '"1"', 'null', '1.5', '[]', '1e999'])
      expect(readWorkshopFile(withJson(GOOD_JSON.replace('"version": 2', `"version": ${version}`)), 'x').ok).toBe(
        false,
      );
  });

  it('refuses unknown keys, wrong types, values out of range, with the place', () => {
    expect(failure(changed((json) => (json.customData = { html: '<img onerror=1>' })))).toMatchObject(invalid);
    const inBoard = (change: (doc: LooseDoc) => unknown) => failure(changed((json) => change(json.docs[BOARD]!)));
    const first = (all: Record<string, Record<string, unknown>>) => Object.values(all)[0]!;
    const cases: ((doc: LooseDoc) => unknown)[] = [
      (doc) => (first(doc.emotionPoints!).valence = 2.5),
      (doc) => (first(doc.emotionPoints!).valence = '1'),
      (doc) => (first(doc.emotionPoints!).offset = -1),
      (doc) => (first(doc.indicators!).n = -5),
      (doc) => (first(doc.notes!).votes = 1.5),
      (doc) => (first(doc.notes!).color = 'red'),
      (doc) => (first(doc.notes!).text = 'x'.repeat(20_001)),
      (doc) => (first(doc.notes!).html = '<script>'),
      (doc) => (first(doc.notes!).id = 'another'),
      (doc) => (first(doc.notes!).stageId = '../x'),
      (doc) => delete first(doc.notes!).order,
      (doc) => (doc.notes!['bad id'] = first(doc.notes!)),
      (doc) => (doc.info!.date = '+275760-09-13' as never),
      (doc) => (doc.notes = [] as never),
      (doc) => delete doc.lanes,
      (doc) => (doc.kind = 'scenario' as never),
      (doc) => Object.assign(doc, { kind: 'workshop', schema: 1 }),
      (doc) => (doc.extra = {}),
    ];
    for (const change of cases) {
      const error = inBoard(change);
      expect(error).toMatchObject(invalid);
      expect((error as { where: string }).where).toMatch(/^workshop\.json: docs\.board_1/);
    }
  });

  it('refuses numbers that are not finite', () => {
    expect(failure(withJson(GOOD_JSON.replace('"votes": 0', '"votes": 1e999')))).toMatchObject(invalid);
    expect(failure(withJson(GOOD_JSON.replace('"valence": -1.3', '"valence": -1e999')))).toMatchObject(invalid);
  });

  it('refuses a file without its workshop, or with two', () => {
    expect(failure(changed((json) => delete json.docs[WORKSHOP]))).toMatchObject({
      reason: 'missing',
    });
    expect(failure(changed((json) => (json.docs.w2 = json.docs[WORKSHOP]!)))).toMatchObject(invalid);
    expect(failure(changed((json) => (json.workshopId = BOARD)))).toMatchObject(invalid);
    expect(failure(changed((json) => (json.workshopId = '__proto__')))).toMatchObject(invalid);
  });

  it('refuses more entities than a document may hold', () => {
    const error = failure(
      changed((json) => {
        const steps = json.docs[BOARD]!.steps!;
        const one = Object.values(steps)[0]!;
        for (let count = 0; count < 60_000; count += 1) steps[`s${count}`] = { ...one, id: `s${count}` };
      }),
    );
    expect(error).toMatchObject({ code: 'file-invalid' });
  });
});

describe('every failure', () => {
  it('has one whole sentence in both languages', () => {
    const errors = [
      failure(withJson('{')),
      failure(PNG),
      failure(GOOD.subarray(0, 99)),
      failure(withEntries({ name: '../evil', bytes: 'x' })),
    ];
    for (const error of errors)
      for (const lang of LANGUAGES) {
        const sentence = translator(lang)(`errors.${error.code}.what`, { ...error } as never);
        expect(sentence).toContain('essai.personarium');
        expect(sentence).not.toMatch(/\{\{|\$t|fileFault|errors\./);
      }
  });
});

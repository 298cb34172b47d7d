import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tinyPng } from '../../tests/support/redactImage';
import type { AssetHash, DocId, Id } from '../base/ids';
import { docType } from '../boards/docTypes';
import { createYDoc, encodeState } from '../document/yDocument';
import { sha256 } from '../file/sha256';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from '../file/workshopFile';
import type { AnyDoc } from '../model/document';
import { text } from '../model/fields';
import type { WorkshopDoc } from '../model/workshop';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { inLanguage } from '../translate/texts';
import { type RedactChoices, SAFEST } from './choices';
import { roleOf, type TextRole } from './fields';
import { recordsOf, shapeOfDoc } from './gather';
import { redactDocs } from './redactDocs';
import { NO_MOMENT, redactWorkshop } from './redactWorkshop';
import { type PlacedText, placedTexts, withTexts } from './textPlaces';
import { foldWord } from './tokens';

type Docs = Record<string, AnyDoc>;
type Writable = Record<string, unknown>;

const STRICT: RedactChoices = { ...SAFEST, words: [{ from: 'Wuzzleco', to: 'Client' }], lang: 'fr', seed: 'seed' };
const NAMES = ['Zorblax Quintessel', 'Ymbrelle'];
const PEOPLE = ['Kribbelin Ostravode', 'Pluviette', 'Drogonard Vesh'];
const IN_TEXT = [
  'Zorblax Quintessel',
  'ZORBLAX',
  'zorblax',
  'Quintessel’s',
  'd’Ymbrelle',
  '#ZorblaxQuintessel',
  'Zo\u0301rblax',
  'Kribbelin',
  'Drogonard Vesh',
  'Pluviettes',
  'Wuzzleco',
  'WUZZLECO-Paris',
  'zorblax.quintessel@wuzzleco.fr',
  'flimflam@mugglecorp.eu',
  '+33 6 12 34 56 78',
  'FR76 3000 6000 0112 3456 7890 189',
  'gribouillis_v3.docx',
  'C:\\Users\\snorkack\\brouillon.txt',
  'https://intranet.mugglecorp.eu/page?id=7',
  'www.mugglecorp.eu',
];
const CANARIES = [
  ...['zorblax', 'quintessel', 'ymbrelle', 'kribbelin', 'ostravode', 'pluviette', 'drogonard', 'wuzzleco'],
  ...['flimflam', 'mugglecorp', '12 34 56 78', '3000 6000', 'gribouillis', 'snorkack', 'brouillon'],
  ...[
    'canaryid',
    'exifcanary',
    'altcanary',
    'saidcanary',
    'sourcecanary',
    'placecanary',
    'clientcanary',
    'templatecanary',
  ],
];

const withText = (written: string, at: number): string => {
  const words = written.split(' ');
  return [
    ...words.slice(0, at % (words.length + 1)),
    IN_TEXT[at % IN_TEXT.length],
    ...words.slice(at % (words.length + 1)),
  ].join(' ');
};

/** The sample with canaries in all its fields: `picks` say where and which. */
function planted(picks: readonly number[]): WorkshopBundle {
  let made = 0;
  const newId = <T extends Id<string>>(): T => `canaryid${++made}` as T;
  const sample = sampleWorkshop({ lang: 'fr', newId, date: '2026-11-27' });
  const docs = JSON.parse(JSON.stringify({ ...sample.docs, [sample.id]: sample.workshop })) as Docs;
  const picture = tinyPng('exifcanary');
  const asset = sha256(picture);
  let turn = 0;
  let personas = 0;
  const next = () => picks[turn++ % picks.length] ?? 0;
  for (const doc of Object.values(docs)) {
    const { info, collections } = shapeOfDoc(doc);
    for (const { where, fields } of recordsOf(doc)) {
      const set = where === 'info' ? info : collections.get(where);
      const record = fields as Writable;
      if ('image' in record && next() % 3 === 0) record.image = { asset, width: 1, height: 1, alt: 'altcanary' };
      if ('photo' in record) record.photo = { asset, width: 1, height: 1, alt: 'altcanary' };
      if ('logo' in record) record.logo = { asset, width: 1, height: 1 };
      if ('template' in record) record.template = 'templatecanary';
      if ('tags' in record) record.tags = [IN_TEXT[next() % 12]];
      if ('emotionWords' in record) record.emotionWords = ['', IN_TEXT[next() % 12], 'content'];
      if ('linkedBoardId' in record) record.linkedBoardId = 'canaryidelsewhere';
      if ('links' in record)
        (record.links as object[]).push({ board: 'canaryidgone', kind: 'note', id: 'canaryidlost' });
      for (const name of set?.names ?? []) {
        if (set?.fields[name] === text)
          record[name] = canaryFor(roleOf(doc, where, name, fields), String(fields[name]), next());
        if (doc.kind === 'persona' && name === 'name') record[name] = NAMES[personas++ % NAMES.length];
      }
    }
  }
  for (const doc of Object.values(docs)) translate(doc, newId, next);
  return bundleOf(docs, sample.id, { [asset]: picture });
}

/** A translation of each text of a document, and one of a text that is gone. */
function translate(doc: AnyDoc, newId: <T extends Id<string>>() => T, next: () => number): void {
  const all = (doc as unknown as Record<string, Writable>).translations!;
  const add = (where: string, entityId: string, field: string, source: string, said: string) => {
    const id = newId<Id<'Translation'>>();
    all[id] = { id, where, entityId, field, lang: 'en', source, text: said };
  };
  for (const { where, entityId, field, text: source, role } of placedTexts(doc)) {
    if (source === '') continue;
    // Of words without canaries: one inside another would be neither.
    const other = () => canaryFor(role, 'some other words', next());
    add(where, entityId, field, next() % 2 ? source : other(), source === 'altcanary' ? 'altcanary' : other());
  }
  add('notes', 'canaryidgone', 'text', 'saidcanary', 'saidcanary');
}

function canaryFor(role: TextRole, written: string, pick: number): string {
  const from = (list: readonly string[]) => list[pick % list.length] ?? '';
  switch (role) {
    case 'person':
      return from([...PEOPLE, 'KO', '']);
    case 'people':
      return PEOPLE.join(pick % 2 ? ', ' : ' et ');
    case 'verbatim':
      return `saidcanary ${written}`;
    case 'source':
    case 'sourceNote':
      return `sourcecanary ${written}`;
    case 'client':
      return 'Clientcanary';
    case 'place':
      return 'placecanary';
    default:
      return withText(written, pick);
  }
}

function bundleOf(docs: Docs, id: string, assets: Record<string, Uint8Array>): WorkshopBundle {
  const stored = Object.entries(docs).map(([key, doc]) => [
    key as DocId,
    { doc, state: encodeState(createYDoc(docType<AnyDoc>(doc.kind), doc)) },
  ]);
  return {
    workshopId: id,
    docs: Object.fromEntries(stored),
    assets: assets as Record<AssetHash, Uint8Array>,
  } as WorkshopBundle;
}

const FACTS = { appVersion: '0.1.0', savedAt: NO_MOMENT };
const bytesOf = (bundle: WorkshopBundle, choices: RedactChoices) =>
  writeWorkshopFile(redactWorkshop(bundle, choices).bundle, FACTS);

/** Everything that stands in the parts of a file, by name and content, folded. */
const contentOf = (bytes: Uint8Array): string =>
  foldWord(
    Object.entries(unzipSync(bytes))
      .map(
        ([name, part]) =>
          `${name}\n${new TextDecoder('utf-8').decode(part)}\n${new TextDecoder('latin1').decode(part)}`,
      )
      .join('\n'),
  );

const picks = fc.array(fc.nat(999), { minLength: 40, maxLength: 40 });

/** Fields that differ between two sets of documents under the same ids. */
function differences(before: Docs, after: Docs): string[] {
  return Object.entries(before).flatMap(([id, doc]) => {
    // What nobody sees is left out without a word.
    const copies = new Map(
      recordsOf(after[id] as AnyDoc).map((record) => [`${record.where} ${record.id}`, record.fields]),
    );
    const seen = recordsOf(doc).filter(
      ({ where, id: entity }) => where !== 'translations' || copies.has(`${where} ${entity}`),
    );
    return seen.flatMap(({ where, id: entity, fields }) =>
      Object.keys(fields).flatMap((field) => {
        // The place of a tag follows from the tag.
        if (where === 'translations' && field === 'entityId') return [];
        const isSame = JSON.stringify(fields[field]) === JSON.stringify(copies.get(`${where} ${entity}`)?.[field]);
        return isSame ? [] : [[id, where, entity, field].join(' ')];
      }),
    );
  });
}

const jsonOf = (bundle: WorkshopBundle): Docs =>
  Object.fromEntries(Object.entries(bundle.docs).map(([id, { doc }]) => [id, doc]));

describe('the strictest copy', () => {
  it('holds no byte of what was to go, opens, and keeps every link', () => {
    fc.assert(
      fc.property(picks, (where) => {
        const original = planted(where);
        const bytes = bytesOf(original, STRICT);
        const content = contentOf(bytes);
        expect(CANARIES.filter((canary) => content.includes(canary))).toEqual([]);
        const read = readWorkshopFile(bytes, 'copie.personarium');
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(linksOf(jsonOf(read.value))).toEqual(linksOf(jsonOf(original)));
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('is the same bytes each time, and others with another seed', () => {
    const original = planted([3, 141, 59, 26, 535]);
    const bytes = bytesOf(original, STRICT);
    expect(bytesOf(original, STRICT)).toEqual(bytes);
    expect(bytesOf(original, { ...STRICT, seed: 'other' })).not.toEqual(bytes);
  });

  it('leaves its original as it was', () => {
    const original = planted([1, 2, 3]);
    const before = JSON.stringify(jsonOf(original));
    redactWorkshop(original, STRICT);
    expect(JSON.stringify(jsonOf(original))).toBe(before);
  });
});

/** Shape of what refers to what, without names: how many links of each piece lead somewhere that is there, and the ends of every other reference. */
function linksOf(docs: Docs): unknown {
  const ids = new Set<string>(Object.keys(docs));
  for (const doc of Object.values(docs)) for (const { id } of recordsOf(doc)) ids.add(id);
  return Object.values(docs)
    .map((doc) => {
      const counts = new Map<string, number>();
      const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const { where, fields } of recordsOf(doc)) {
        // What a picture that is gone shows is said in no language.
        if (where === 'translations' && /^(image|photo)$/.test(String(fields.field))) continue;
        for (const [name, value] of Object.entries(fields)) {
          if (name === 'links')
            for (const link of value as { id: string; board: string }[]) {
              if (ids.has(link.id) && ids.has(link.board)) add(`${where}.links`);
            }
          // A translation of a text that is gone means nothing.
          const isLost = name === 'entityId' && !ids.has(String(value));
          if (/Id$|^block$/.test(name) && typeof value === 'string' && !isLost)
            add(`${where}.${name}${ids.has(value) ? '' : '?'}`);
          if (/Ids$|^cites$/.test(name))
            for (const id of value as string[]) add(`${where}.${name}${ids.has(id) ? '' : '?'}`);
        }
      }
      return `${doc.kind} ${[...counts].sort().join(' ')}`;
    })
    .sort();
}

describe('the report', () => {
  it('names every field that differs and no other, whatever is chosen', () => {
    const option = <K extends keyof typeof SAFEST>(values: readonly RedactChoices[K][]) => fc.constantFrom(...values);
    const choices = fc.record({
      names: option<'names'>(['pseudonym', 'letter', 'keep']),
      people: option<'people'>(['replace', 'drop', 'keep']),
      photos: option<'photos'>(['portrait', 'drop', 'keep']),
      images: option<'images'>(['drop', 'keep']),
      verbatims: option<'verbatims'>(['placeholder', 'drop', 'keep']),
      sources: option<'sources'>(['replace', 'drop', 'keep']),
      data: option<'data'>(['replace', 'mask', 'keep']),
      files: option<'files'>(['replace', 'mask', 'keep']),
      client: option<'client'>(['replace', 'drop', 'keep']),
      dates: option<'dates'>(['month', 'drop', 'keep']),
    });
    fc.assert(
      fc.property(picks, choices, fc.constantFrom('fr' as const, 'en' as const), (where, chosen, lang) => {
        const bundle = planted(where);
        const before = jsonOf(bundle);
        const { docs, report } = redactDocs(before, bundle.workshopId, { ...STRICT, ...chosen, lang });
        const told = report.changes.map(({ sheet, where: set, id, field }) =>
          [sheet, set, id, field === 'alt' ? (set === 'info' ? 'photo' : 'image') : field].join(' '),
        );
        expect(told.sort()).toEqual(differences(before, docs as Docs).sort());
        const kinds = report.changes.flatMap((change) => change.kinds);
        expect(report.changes.every((change) => change.kinds.length > 0)).toBe(true);
        for (const [kind, count] of Object.entries(report.counts))
          expect(kinds.filter((each) => each === kind)).toHaveLength(count);
        for (const [id, doc] of Object.entries(docs))
          expect(docType(doc.kind).schema.safeParse(doc).success, id).toBe(true);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('changes nothing where everything is kept', () => {
    const bundle = planted([5, 6, 7]);
    const keep = Object.fromEntries(Object.keys(SAFEST).map((name) => [name, 'keep'])) as unknown as typeof SAFEST;
    const { docs, report } = redactDocs(jsonOf(bundle), bundle.workshopId, { ...STRICT, ...keep, words: [] });
    expect(report.changes).toEqual([]);
    expect(differences(jsonOf(bundle), docs as Docs)).toEqual([]);
  });
});

it('drops the logo with the pictures or with the name of the client, tells of it, and keeps it where both are kept', () => {
  const original = planted([1, 2, 4]);
  const logoOf = (choices: RedactChoices) => {
    const { bundle, report } = redactWorkshop(original, choices);
    const copy = jsonOf(bundle)[bundle.workshopId] as unknown as WorkshopDoc;
    return {
      logo: copy.info.logo,
      told: report.changes.filter(({ field }) => field === 'logo').map(({ kinds }) => kinds),
    };
  };
  expect(logoOf(STRICT)).toEqual({ logo: null, told: [['images']] });
  expect(logoOf({ ...STRICT, images: 'keep' })).toEqual({ logo: null, told: [['client']] });
  const kept = logoOf({ ...STRICT, images: 'keep', client: 'keep' });
  expect(kept).toEqual({ logo: { asset: sha256(tinyPng(null)), width: 1, height: 1 }, told: [] });
});

it('keeps a picture that is kept, without what it says about itself', () => {
  const original = planted([0, 3, 6]);
  const bytes = bytesOf(original, { ...STRICT, images: 'keep', photos: 'keep' });
  const parts = unzipSync(bytes);
  const pictures = Object.keys(parts).filter((name) => name.startsWith('assets/'));
  expect(pictures).toHaveLength(1);
  expect(parts[pictures[0] ?? '']).toEqual(tinyPng(null));
  expect(contentOf(bytes)).not.toContain('exifcanary');
});

it('keeps what tags, words for feelings and pictures say in the other language, of kept pictures alone', () => {
  const { docs, workshopId } = planted([0]);
  const [id, map] = Object.entries(jsonOf({ docs } as WorkshopBundle)).find(([, { kind }]) => kind === 'journey-map')!;
  const before = JSON.parse(JSON.stringify({ ...jsonOf({ docs } as WorkshopBundle) })) as Docs;
  const words: Readonly<Record<string, string>> = { tags: 'chez Zorblax', emotionWords: 'ravie' };
  const changed = withTexts({ ...map, translations: {} } as AnyDoc, ({ where, field }) =>
    field === 'image' ? 'une chaussure' : words[where],
  );
  const translations = placedTexts(changed)
    .filter(({ where, field }) => where === 'tags' || where === 'emotionWords' || field === 'image')
    .map(({ text: source, role: _, most: __, ...place }, at) => {
      const said = place.where === 'tags' ? 'at Zorblax' : place.where === 'emotionWords' ? 'glad' : 'a shoe';
      return [`t${at}`, { id: `t${at}`, ...place, lang: 'en', source, text: said }];
    });
  before[id] = { ...changed, translations: Object.fromEntries(translations) } as AnyDoc;
  for (const images of ['keep', 'drop'] as const) {
    const copy = redactDocs(before, workshopId, { ...STRICT, images }).docs[id]!;
    const english = placedTexts(inLanguage(copy, 'en'));
    const said = (which: (text: PlacedText) => boolean) => [...new Set(english.filter(which).map((text) => text.text))];
    expect(said(({ where }) => where === 'emotionWords')).toEqual(['glad']);
    expect(said(({ where }) => where === 'tags')).toEqual([expect.stringMatching(/^at (?!Zorblax)/)]);
    expect(said(({ field }) => field === 'image')).toEqual(images === 'keep' ? ['a shoe'] : []);
  }
});

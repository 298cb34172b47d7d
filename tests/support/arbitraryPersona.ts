import fc from 'fast-check';
import type { AssetHash, BlockId, EntryId, EvidenceId } from '../../shared/base/ids';
import {
  BLOCK_KINDS,
  FACT_IDS,
  SLOT_IDS,
  STANDARD_BLOCK_IDS,
  STANDARD_BLOCKS,
} from '../../shared/boards/persona/blocks';
import {
  type Block,
  type Entry,
  EVIDENCE_SOURCES,
  type EvidenceItem,
  MEDIA,
  PERSONA_KINDS,
  type PersonaDoc,
} from '../../shared/boards/persona/model';
import { randomPortrait } from '../../shared/boards/persona/portraitMaker';
import { EMPTY_INFO, PRESET_IDS } from '../../shared/boards/persona/templates';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { placeKey, TEXT_LANGS, type TranslationId } from '../../shared/model/translation';

const LONG =
  'Elle hésite entre deux modèles depuis trois semaines, relit les mêmes avis le soir, en parle à sa collègue, ' +
  'photographie des semelles dans le tram, note des prix sur un ticket, revient en boutique le samedi sans oser demander, ' +
  'repart avec un dépliant, le perd, recommence.';

const WORDS = [
  'oui',
  '« Je ne suis pas une vraie coureuse. »',
  'anticonstitutionnellementanticonstitutionnellementement',
  '👩‍🦽🏃‍♀️👟 enfin',
  'الحذاء القديم يؤلم ركبتي كل صباح',
  '我已经比较了十四种鞋子还是不知道该买哪一双',
  LONG,
  'Le jargon des fiches techniques',
  '',
  'ligne une\nligne deux\n\nligne quatre',
];

const words = fc.constantFrom(...WORDS);
const short = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('oui', 'Un forum', '') },
  { weight: 1, arbitrary: words },
);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;

/** Any persona up to a number of entries: long words, other scripts, photographs, every kind of block, claims with and without proof. */
export const arbitraryPersona = (size: { readonly entries: number }): fc.Arbitrary<PersonaDoc> =>
  fc
    .record({
      texts: fc.record({ name: words, tagline: short, quote: short }),
      facts: fc.array(short, { minLength: FACT_IDS.length, maxLength: FACT_IDS.length }),
      age: fc.constantFrom('', '36', '30 à 40'),
      slots: fc.array(
        fc.record({ visible: fc.boolean(), label: short, evidence: orNull(fc.constantFrom(...EVIDENCE_KINDS)) }),
        {
          maxLength: SLOT_IDS.length,
        },
      ),
      kind: fc.constantFrom(...PERSONA_KINDS),
      template: fc.constantFrom('', ...PRESET_IDS),
      portrait: orNull(fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })),
      photo: fc.constantFrom(null, null, { width: 640, height: 480 }, { width: 40, height: 900 }),
      standard: fc.subarray(STANDARD_BLOCK_IDS),
      own: fc.array(fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), title: words }), { maxLength: 3 }),
      looks: fc.array(
        fc.record({
          visible: fc.constantFrom(true, true, true, false),
          title: fc.constantFrom('', '', LONG),
          note: short,
        }),
        {
          minLength: 20,
          maxLength: 20,
        },
      ),
      entries: fc.array(
        fc.record({
          block: fc.nat(40),
          text: fc.oneof({ weight: 2, arbitrary: short }, { weight: 1, arbitrary: words }),
          opposite: short,
          value: orNull(fc.constantFrom(0, 9, 50, 100, 2650, 1234567.891)),
          unit: short,
          medium: orNull(fc.constantFrom(...MEDIA)),
          sample: orNull(fc.constantFrom(9, 312)),
          evidence: orNull(fc.constantFrom(...EVIDENCE_KINDS)),
          cites: fc.nat(5),
        }),
        { maxLength: size.entries, size: 'max' },
      ),
      evidence: fc.array(
        fc.record({
          kind: fc.constantFrom(...EVIDENCE_SOURCES),
          title: words,
          date: fc.constantFrom('', 'oct. 2026'),
          sample: orNull(fc.constantFrom(0, 9, 12840)),
        }),
        { maxLength: 5 },
      ),
      translations: fc.uniqueArray(
        fc.record({
          where: fc.constantFrom('info', 'entries', 'blocks'),
          entityId: fc.constantFrom('', 'e0', 'e1', 'own0'),
          field: fc.constantFrom('quote', 'text', 'title'),
          lang: fc.constantFrom(...TEXT_LANGS),
          source: short,
          text: words,
        }),
        { maxLength: 3, selector: (one) => placeKey(one) },
      ),
      owner: short,
      lastReviewed: fc.constantFrom('', '2026-11-22'),
    })
    .map((drawn): PersonaDoc => {
      const key = (at: number) => `a${String(at).padStart(3, '0')}1`;
      const evidence = drawn.evidence.map(
        (item, at): EvidenceItem => ({ ...item, id: `s${at}` as EvidenceId, order: key(at), note: '' }),
      );
      const kinds = [
        ...drawn.standard.map((id) => ({ id: id as string, kind: STANDARD_BLOCKS[id].kind, title: '' })),
        ...drawn.own.map(({ kind, title }, at) => ({ id: `own${at}`, kind, title })),
      ];
      const blocks = kinds.map(({ id, kind, title }, at): Block => {
        const look = drawn.looks[at];
        return {
          id: id as BlockId,
          order: key(at),
          kind,
          title: title || (look?.title ?? ''),
          visible: look?.visible ?? true,
          prompt: '',
          note: look?.note ?? '',
        };
      });
      const entries = drawn.entries.flatMap(({ block, cites, value, ...fields }, at): Entry[] => {
        const home = blocks[block % Math.max(1, blocks.length)];
        if (!home) return [];
        const fitted = value === null || home.kind !== 'sliders' ? value : Math.min(100, Math.round(value));
        const cited = evidence[cites];
        return [
          {
            ...fields,
            id: `e${at}` as EntryId,
            block: home.id,
            order: key(at),
            value: fitted,
            cites: cited ? [cited.id] : [],
          },
        ];
      });
      const facts = Object.fromEntries(FACT_IDS.map((id, at) => [id, drawn.facts[at] ?? '']));
      const picks = drawn.portrait;
      let next = 0;
      const portrait = picks && randomPortrait((count) => (picks[next++ % picks.length] ?? 0) % count);
      return {
        kind: 'persona',
        schema: 4,
        translations: byId(drawn.translations.map((one, at) => ({ ...one, id: `t${at}` as TranslationId }))),
        info: {
          ...EMPTY_INFO,
          ...drawn.texts,
          ...facts,
          age: drawn.age,
          kind: drawn.kind,
          template: drawn.template,
          portrait,
          photo: drawn.photo && { ...drawn.photo, asset: 'a'.repeat(64) as AssetHash, alt: 'une personne' },
          owner: drawn.owner,
          lastReviewed: drawn.lastReviewed,
        },
        blocks: byId(blocks),
        entries: byId(entries),
        evidence: byId(evidence),
        factSlots: Object.fromEntries(
          drawn.slots.map((slot, at) => [SLOT_IDS[at], { ...slot, id: SLOT_IDS[at], cites: [] }]),
        ) as PersonaDoc['factSlots'],
      };
    });

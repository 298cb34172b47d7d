import type { BlockId, EntryId, EvidenceId, NewId, PersonaId } from '@shared/base/ids';
import { STANDARD_BLOCKS, type StandardBlock } from '@shared/boards/persona/blocks';
import type { Entry, PersonaDoc } from '@shared/boards/persona/model';
import { randomPortrait } from '@shared/boards/persona/portraitMaker';
import { PRESET_IDS, personaFrom, presetTemplate } from '@shared/boards/persona/templates';
import type { PersonaSet } from '@shared/exchange/personaSet';

const FIRST = [
  'Solène',
  'Karim',
  'Awa',
  'Odile',
  'Tiago',
  'Mei-Lin',
  'Yannick',
  'Inès',
  'Bruno',
  'Chloé',
  'Élodie',
  'Noor',
];
const LAST = ['Marchand', 'Haddad', 'Diallo', 'Perrin', 'Ferreira', 'Chen', 'Le Goff', 'Vasseur', 'Moreau', 'Ndiaye'];
const ROLES = [
  'contrôleuse de gestion',
  'responsable achats',
  'infirmier',
  'chef de chantier',
  'retraitée',
  'analyste',
];
const PLACES = ['Nantes', 'Lyon', 'Rennes', 'Paris', 'Lille', 'Brest', 'Dijon'];
const SECTORS = ['Sport', 'Santé', 'BTP', 'Services', 'Public'];
const TAGS = ['B2B', 'Décideur', 'Acheteuse', 'Course à pied', 'Usagère', 'Pilote', 'Prescripteur'];
const WORDS =
  'elle compare longtemps avant de choisir et demande conseil en boutique car les fiches techniques la perdent souvent le samedi matin quand le vendeur connaît son usage réel plutôt que la marque du moment'.split(
    ' ',
  );
const BLOCKS: readonly StandardBlock[] = ['needs', 'motivations', 'barriers', 'purchase', 'quotes', 'day'];

/** `count` invented personas with drawn portraits, six blocks of three claims and a source each: the same at every call. */
export function benchPersonas(count: number): PersonaSet {
  let state = 11;
  const pick = (size: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const sentence = (): string => Array.from({ length: 6 + pick(8) }, () => one(WORDS)).join(' ');
  const noId = (() => {
    throw new Error('a preset has standard blocks only');
  }) as NewId;
  const persona = (at: number): PersonaDoc => {
    const page = personaFrom(presetTemplate(one(PRESET_IDS.slice(0, -1))), noId);
    const source = `s${at}` as EvidenceId;
    const entries = BLOCKS.flatMap((block, row) =>
      [0, 1, 2].map(
        (line): Entry => ({
          id: `e${row}-${line}` as EntryId,
          block: block as string as BlockId,
          order: `a${line}`,
          text: sentence(),
          opposite: '',
          value: null,
          unit: '',
          medium: null,
          sample: null,
          evidence: pick(2) ? 'verbatim' : 'hypothesis',
          cites: pick(2) ? [source] : [],
        }),
      ),
    );
    const blocks = Object.fromEntries(
      BLOCKS.map((id, order) => {
        const { kind } = STANDARD_BLOCKS[id];
        return [id, { id, order: `b${order}`, kind, title: '', visible: true, prompt: '', note: '' }];
      }),
    ) as unknown as PersonaDoc['blocks'];
    return {
      ...page,
      info: {
        ...page.info,
        name: `${one(FIRST)} ${one(LAST)} ${at}`,
        role: one(ROLES),
        place: one(PLACES),
        sector: one(SECTORS),
        age: `${18 + pick(60)}`,
        quote: sentence(),
        tags: [...new Set([one(TAGS), one(TAGS)])],
        portrait: randomPortrait(pick),
      },
      blocks,
      entries: Object.fromEntries(entries.map((entry) => [entry.id, entry])),
      evidence: {
        [source]: {
          id: source,
          order: 'a0',
          kind: 'interview',
          title: 'Entretien',
          date: 'oct. 2026',
          sample: 9,
          note: '',
        },
      },
    };
  };
  const personas = Array.from({ length: count }, (_, at) => ({
    id: `bench-persona-${at}` as PersonaId,
    doc: persona(at),
    state: null,
  }));
  return { personas, assets: {}, isWhole: true };
}

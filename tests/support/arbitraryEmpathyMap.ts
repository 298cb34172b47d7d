import fc from 'fast-check';
import type { ClusterId, FindingId, NoteId, PersonaId, StageId } from '../../shared/base/ids';
import type { Cluster, EmpathyMapDoc, EmpathyNote, EmpathyStage, Finding } from '../../shared/boards/empathy-map/model';
import { EMPATHY_LAYOUTS, ZONES } from '../../shared/boards/empathy-map/zones';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { EMPTY_NOTE, NOTE_COLORS } from '../../shared/model/note';

const LONG =
  'Elle hésite entre deux modèles depuis trois semaines, relit les mêmes avis le soir, en parle à sa collègue, ' +
  'photographie des semelles dans le tram, note des prix sur un ticket, revient en boutique le samedi sans oser demander, ' +
  'repart avec un dépliant, le perd, recommence. Elle dit que ce n’est pas important, que son genou va mieux, ' +
  'que la saison est finie de toute façon, puis elle rouvre la page du fabricant et compare encore les quatorze fiches ' +
  'une par une, en soupirant, jusqu’à minuit passé de dix minutes.';

const WORDS = [
  'oui',
  '« Je ne suis pas une vraie coureuse. »',
  'anticonstitutionnellementanticonstitutionnellementement',
  '👩‍🦽🏃‍♀️👟 enfin',
  'الحذاء القديم يؤلم ركبتي كل صباح',
  '我已经比较了十四种鞋子还是不知道该买哪一双',
  LONG,
  'Ne sait pas lire une fiche technique',
  '',
  'ligne une\nligne deux\n\nligne quatre',
];

const words = fc.constantFrom(...WORDS);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;

const noteFields = fc.record({
  zone: fc.constantFrom(...ZONES),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('oui', 'Des avis qui se contredisent') },
    { weight: 2, arbitrary: words },
  ),
  color: orNull(fc.constantFrom(...NOTE_COLORS)),
  evidence: orNull(fc.constantFrom(...EVIDENCE_KINDS)),
  author: fc.constantFrom('', 'PL', 'Anne-Sophie de la Rochefoucauld-Montbel'),
  votes: fc.constantFrom(0, 0, 1, 5, 6, 1234),
  locked: fc.boolean(),
  stage: fc.nat(12),
  cluster: fc.nat(12),
  image: fc.constantFrom(null, null, null, { width: 640, height: 480 }, { width: 40, height: 900 }),
  byHand: orNull(fc.record({ x: fc.constantFrom(0, 0.5, 1), y: fc.integer({ min: 0, max: 900 }) })),
});

/** Any empathy map up to a number of notes, in any layout: long words, other scripts, pictures, groups, findings. */
export const arbitraryEmpathyMap = (size: {
  readonly notes: number;
  readonly byHand: boolean;
}): fc.Arbitrary<EmpathyMapDoc> =>
  fc
    .record({
      layout: fc.constantFrom(...EMPATHY_LAYOUTS),
      notes: fc.array(noteFields, { maxLength: size.notes, size: 'max' }),
      stages: fc.array(
        fc.record({
          title: fc.oneof(fc.constantFrom('Achat', ''), words),
          duration: fc.constantFrom('', '12 jours'),
          hand: orNull(fc.integer({ min: -20, max: 20 }).map((value) => value / 10)),
          moments: fc.array(fc.constantFrom(-2, -1.7, 0, 0.4, 1.8), { maxLength: 3 }),
          word: fc.constantFrom('', 'Perdue', 'anticonstitutionnellement vexée'),
        }),
        { maxLength: 8 },
      ),
      clusters: fc.array(fc.record({ title: fc.oneof(fc.constantFrom('Prix', ''), words), folded: fc.boolean() }), {
        maxLength: 4,
      }),
      title: words,
      goal: words,
      situation: words,
      showPrompts: fc.boolean(),
      findings: fc.nat(3),
    })
    .map((drawn): EmpathyMapDoc => {
      const key = (at: number) => `a${String(at).padStart(3, '0')}1`;
      const stages = drawn.stages.map(
        (stage, at): EmpathyStage => ({ id: `s${at}` as StageId, order: key(at), source: null, ...stage }),
      );
      const clusters = drawn.clusters.map(
        (cluster, at): Cluster => ({ id: `c${at}` as ClusterId, order: key(at), ...cluster }),
      );
      const notes = drawn.notes.map(({ stage, cluster, byHand, image, ...fields }, at): EmpathyNote => {
        const clusterId = clusters[cluster]?.id ?? null;
        return {
          ...EMPTY_NOTE,
          ...fields,
          id: `n${at}` as NoteId,
          order: key(at),
          stageId: stages[stage]?.id ?? null,
          clusterId,
          place: size.byHand && clusterId === null ? byHand : null,
          image: image && { ...image, asset: 'a'.repeat(64) as never, alt: 'une image' },
        };
      });
      const says = notes.filter(({ zone }) => zone === 'say');
      const does = notes.filter(({ zone }) => zone === 'do');
      const findings = Array.from(
        { length: Math.min(drawn.findings, says.length, does.length) },
        (_, at): Finding => ({
          id: `f${at}` as FindingId,
          order: key(at),
          sayId: says[at]!.id,
          doId: does[at]!.id,
          text: at % 2 ? '' : 'Dit une chose, en fait une autre.',
        }),
      );
      return {
        kind: 'empathy-map',
        schema: 2,
        translations: {},
        info: {
          title: drawn.title,
          layout: drawn.layout,
          personaId: 'q0' as PersonaId,
          goal: drawn.goal,
          situation: drawn.situation,
          sources: 'entretiens',
          date: '2026-11-22',
          version: 3,
          participants: 'Paul',
          designedBy: 'Anouk',
          journeyId: null,
          showPrompts: drawn.showPrompts,
        },
        notes: byId(notes),
        clusters: byId(clusters),
        stages: byId(stages),
        findings: byId(findings),
      };
    });

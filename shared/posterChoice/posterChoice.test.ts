import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEmpathyMap } from '../../tests/support/arbitraryEmpathyMap';
import { arbitraryJourneyMap, plainMeasurer } from '../../tests/support/arbitraryJourneyMap';
import { empathyProblems } from '../../tests/support/empathyInvariants';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { journeyProblems } from '../../tests/support/journeyInvariants';
import { sampleOf } from '../../tests/support/sampleScenes';
import { inkOf, lettersOf, overlappingPairs, targetsOf, textsOf, within } from '../../tests/support/sceneChecks';
import type { DocId, PersonaId } from '../base/ids';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc, Note } from '../boards/journey-map/model';
import { lanesInOrder, stagesInOrder } from '../boards/journey-map/order';
import type { PersonaDoc } from '../boards/persona/model';
import { boardKind } from '../boards/registry';
import { translator } from '../i18n/translate';
import type { AnyDoc, BoardKindId } from '../model/document';
import { boardsInOrder } from '../model/workshopCommands';
import { DEFAULT_SETUP, NO_CHOICE, type PosterSetup } from '../poster/posterSetup';
import { sheetsOfPoster } from '../poster/sheetsOfPoster';
import { boardSlides } from '../slides/boardSlides';
import { type BoardChoice, WHOLE_BOARD } from './boardChoice';
import { choiceOptions } from './choiceOptions';
import { chosenBoard, toldOf } from './chosenBoard';
import { readChoice } from './readChoice';

const { workshop, docs } = sampleOf('fr');
const PERSONAS: Record<PersonaId, PersonaDoc> = {};
for (const { id } of Object.values(workshop.personas)) PERSONAS[id] = docs[id as DocId] as PersonaDoc;
const WORDS = { t: translator('fr'), lang: 'fr' as const, personas: PERSONAS };

const sampleDoc = (kind: BoardKindId): AnyDoc =>
  docs[boardsInOrder(workshop).find((ref) => ref.kind === kind)?.id as DocId] as AnyDoc;
const SAMPLE = sampleDoc('journey-map') as JourneyMapDoc;

function posterOf(
  doc: AnyDoc,
  choice: Partial<BoardChoice>,
  setup: Partial<PosterSetup> = {},
  measure = fontkitMeasurer,
) {
  const shown = chosenBoard(doc, { ...WHOLE_BOARD, ...choice });
  const words = { ...WORDS, measure, workshop: { title: 'Boutique', client: '', place: '' } };
  const board = { kind: boardKind(doc.kind as BoardKindId), ...shown, words, opinions: false };
  return sheetsOfPoster(board, { ...DEFAULT_SETUP, ...setup });
}

const compact = (text: string): string => text.replace(/\s/g, '').toLowerCase();
const lettersOn = (poster: ReturnType<typeof posterOf>): string => compact(poster.scenes.map(lettersOf).join(' '));

/** The same map whose texts each carry a mark of their own. */
function marked<Doc extends AnyDoc>(doc: Doc): Doc {
  const fields = ['text', 'title', 'label', 'word', 'quote'];
  const mark = (name: string, all: object) =>
    Object.fromEntries(
      Object.entries(all).map(([id, one], at) => {
        const texts = fields.filter((field) => typeof (one as Record<string, unknown>)[field] === 'string');
        return [id, { ...one, ...Object.fromEntries(texts.map((field) => [field, `q${name}${field}${at}z`])) }];
      }),
    );
  const changed = Object.entries(doc).map(([name, value]) =>
    ['kind', 'schema', 'info', 'participants', 'translations'].includes(name)
      ? [name, value]
      : [name, mark(name, value)],
  );
  return Object.fromEntries(changed) as Doc;
}

const marksIn = (letters: string): ReadonlySet<string> => new Set(letters.match(/q[a-pr-z]+\d+z/g) ?? []);
const marksOf = (doc: AnyDoc): ReadonlySet<string> => marksIn(compact(JSON.stringify(doc)));

describe('what a poster shows of its board', { timeout: 120_000 }, () => {
  it('a persona that is left out takes curves, ratings and notes along, and what is nobody’s is the first one’s', () => {
    const [first, second] = Object.keys(PERSONAS) as PersonaId[];
    const [own, other] = [first as PersonaId, second as PersonaId];
    const whose = [null, own, other];
    const shared = <T extends object>(all: Record<string, T>) =>
      Object.fromEntries(Object.entries(all).map(([id, one], at) => [id, { ...one, personaId: whose[at % 3] }]));
    const plain = marked(SAMPLE);
    const doc = {
      ...plain,
      info: { ...plain.info, personaIds: [own, other] },
      emotionPoints: shared(plain.emotionPoints),
      notes: shared(plain.notes),
    } as JourneyMapDoc;
    const whole = marksIn(lettersOn(posterOf(doc, {})));
    for (const [gone, stays] of [
      [own, other],
      [other, own],
    ] as const) {
      const shown = chosenBoard(doc, { ...WHOLE_BOARD, personas: [gone] }).doc as JourneyMapDoc;
      expect(shown.info.personaIds).toEqual([stays]);
      for (const { id, personaId } of Object.values(doc.emotionPoints))
        expect([id, id in shown.emotionPoints]).toEqual([id, (personaId ?? own) === stays]);
      const letters = lettersOn(posterOf(doc, { personas: [gone] }));
      for (const { text, personaId } of Object.values<Note>(doc.notes))
        if (whole.has(text)) expect([text, letters.includes(text)]).toEqual([text, personaId !== gone]);
      const named = (id: PersonaId) => letters.includes(compact(PERSONAS[id]?.info.name ?? '?'));
      expect([named(gone), named(stays)]).toEqual([false, true]);
    }
  });

  it('a row or a stage that is left out is nowhere on it; numbers stay, the board does too', () => {
    const doc = marked(SAMPLE);
    const before = structuredClone(doc);
    const [, lane] = lanesInOrder(doc);
    const [, second, third] = stagesInOrder(doc);
    const whole = marksIn(lettersOn(posterOf(doc, {})));
    const poster = posterOf(doc, { rows: [lane?.id ?? ''], stages: [second?.id ?? ''] });
    const letters = lettersOn(poster);
    expect(letters).not.toContain(compact(lane?.title ?? '?'));
    expect(letters).not.toContain(compact(second?.title ?? '?'));
    for (const note of Object.values<Note>(doc.notes)) {
      const isOut = note.laneId === lane?.id || note.stageId === second?.id;
      if (whole.has(note.text)) expect([note.text, letters.includes(note.text)]).toEqual([note.text, !isOut]);
    }
    const head = targetsOf(poster.scenes[0], 'stage').find(({ target }) => target?.id === third?.id);
    expect(textsOf(head?.children ?? []).map(({ text }) => text)).toContain('3');
    expect(doc).toEqual(before);
  });

  it('parts a poster over the stages that are left, and makes slides of them alone', () => {
    const doc = marked(SAMPLE);
    const [first, second] = stagesInOrder(doc);
    const choice = { stages: [second?.id ?? ''], filter: { evidence: ['verbatim' as const] } };
    const poster = posterOf(doc, choice, { sheet: { kind: 'named', name: 'A4' }, split: 'fit' });
    expect(poster.scenes.length).toBeGreaterThan(1);
    expect(lettersOn(poster)).toContain(compact(first?.title ?? '?'));
    expect(lettersOn(poster)).not.toContain(compact(second?.title ?? '?'));
    const shown = chosenBoard(doc, { ...WHOLE_BOARD, ...choice });
    const told = toldOf(shown.doc, shown.part);
    const stages = shown.part.stages ?? [];
    const { main, fullText } = boardSlides(told, poster.scenes[0], { ...WORDS, measure: fontkitMeasurer, stages });
    const letters = compact(
      [...main, ...fullText].map(({ scene, notes }) => `${lettersOf(scene)} ${notes.join(' ')}`).join(' '),
    );
    expect(main).toHaveLength(stagesInOrder(doc).length);
    expect(letters).not.toContain(compact(second?.title ?? '?'));
    expect(letters).toContain(compact(`3 sur ${stagesInOrder(doc).length}`));
    for (const { text, evidence } of Object.values<Note>(doc.notes))
      if (evidence !== 'verbatim') expect([text, letters.includes(text)]).toEqual([text, false]);
  });

  it('filters as the board does, says how many are left out, even where proofs are not shown', () => {
    for (const kind of ['journey-map', 'empathy-map'] as const) {
      const doc = marked(sampleDoc(kind)) as JourneyMapDoc | EmpathyMapDoc;
      const whole = marksIn(lettersOn(posterOf(doc, {})));
      for (const hides of [[], ['evidence']] as const) {
        const letters = lettersOn(posterOf(doc, { filter: { evidence: ['verbatim'] } }, { hides }));
        const notes = Object.values(doc.notes).filter(({ text }) => whole.has(text));
        expect(new Set(notes.map(({ evidence }) => evidence === 'verbatim')).size).toBe(2);
        for (const { text, evidence } of notes)
          expect([text, letters.includes(text)]).toEqual([text, evidence === 'verbatim']);
        const hidden = Object.values(doc.notes).filter(({ evidence }) => evidence !== 'verbatim').length;
        expect(letters).toContain(compact(WORDS.t('journey.legend.hidden', { count: hidden })));
        // What is said of proofs is of those that are there.
        const explained = (key: 'verbatim' | 'data') =>
          letters.split(compact(WORDS.t(`journey.evidence.${key}`))).length - 1;
        expect([explained('verbatim') > 0, explained('data') > 0]).toEqual([hides.length === 0, false]);
      }
    }
  });

  it('a finding goes with either of its notes, and a zone in reserve with all of its own', () => {
    const doc = marked(sampleDoc('empathy-map')) as EmpathyMapDoc;
    const notes = Object.values(doc.notes);
    const [says, does] = ['verbatim', 'observation'].map((kind) => notes.find(({ evidence }) => evidence === kind));
    const finding = { id: 'f', order: 'a0', sayId: says?.id, doId: does?.id, text: 'qfindings1z' };
    const told = {
      ...doc,
      info: { ...doc.info, layout: 'quadrants' },
      findings: { f: finding },
    } as unknown as EmpathyMapDoc;
    const isTold = (choice: Partial<BoardChoice>) => lettersOn(posterOf(told, choice)).includes(finding.text);
    expect([isTold({}), isTold({ filter: { evidence: ['verbatim'] } })]).toEqual([true, false]);
    expect(isTold({ filter: { evidence: ['verbatim', 'observation'] } })).toBe(true);
    const [zone, other] = choiceOptions(told, WORDS).rows;
    const rest = chosenBoard(told, { ...WHOLE_BOARD, rows: [zone?.id ?? ''] }).doc as EmpathyMapDoc;
    const zones = new Set(Object.values(rest.notes).map((note) => note.zone as string));
    expect([zones.has(zone?.id ?? ''), zones.has(other?.id ?? '')]).toEqual([false, true]);
  });

  it('leaves nothing out where nothing would be left', () => {
    const options = choiceOptions(SAMPLE, WORDS);
    const ids = (list: 'rows' | 'stages' | 'personas') => options[list].map(({ id }) => id);
    const none = { rows: ids('rows'), stages: ids('stages'), personas: ids('personas') };
    expect(lettersOn(posterOf(SAMPLE, none))).toBe(lettersOn(posterOf(SAMPLE, {})));
  });

  it('keeps everything else of any map, and lets nothing dangle', () => {
    const boards = fc.oneof(
      arbitraryJourneyMap({ stages: 4, steps: 3, notes: 25 }),
      arbitraryEmpathyMap({ notes: 30, byHand: false }),
    );
    const filters = fc.constantFrom(undefined, { evidence: ['verbatim' as const, 'none' as const] });
    const some = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(boards, some, some, some, filters, (any, rows, stages, personas, filter) => {
        const doc = marked(any as AnyDoc) as JourneyMapDoc | EmpathyMapDoc;
        const options = choiceOptions(doc, WORDS);
        const out = (list: 'rows' | 'stages' | 'personas', which: readonly boolean[]) =>
          options[list].flatMap(({ id }, at) => (which[at] ? [id] : []));
        const choice = { rows: out('rows', rows), stages: out('stages', stages), personas: out('personas', personas) };
        const shown = chosenBoard(doc, { ...choice, filter });
        const whole = posterOf(doc, {}, {}, plainMeasurer);
        const poster = posterOf(doc, { ...choice, filter }, {}, plainMeasurer);
        const seen = marksIn(lettersOn(poster));
        const kept = marksOf(toldOf(shown.doc, shown.part));
        for (const mark of seen) expect([mark, kept.has(mark)]).toEqual([mark, true]);
        // Names of moments and quotes depend on room; a group may wait in reserve with what is left of it.
        const isElsewhere = doc.kind === 'journey-map' ? /^q(stages|steps|jumps|emotionpoints)/ : /^q(stages|clusters)/;
        const isLeft = (mark: string) => kept.has(mark) && !isElsewhere.test(mark);
        for (const mark of marksIn(lettersOn(whole)))
          if (isLeft(mark)) expect([mark, seen.has(mark)]).toEqual([mark, true]);
        const problems = doc.kind === 'journey-map' ? journeyProblems : empathyProblems;
        const known = problems(doc as never);
        expect(problems(shown.doc as never).filter((problem) => !known.includes(problem))).toEqual([]);
        const [scene] = poster.scenes;
        const page = { x: 0, y: 0, w: scene.width, h: scene.height };
        expect(poster.check.outside).toEqual([]);
        for (const line of textsOf(scene.items)) expect(within(inkOf(line), page, 1)).toBe(true);
        expect(overlappingPairs(targetsOf(scene, 'note'), ({ bounds }) => bounds)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('reads names, kinds, numbers and ids in either language, and says what is nowhere', () => {
    const empathy = sampleDoc('empathy-map');
    const boards = [[SAMPLE], [empathy]];
    const read = (words: Partial<typeof NO_CHOICE>) => readChoice(boards, { ...NO_CHOICE, ...words }, PERSONAS);
    const options = choiceOptions(SAMPLE, WORDS);
    const but = (list: 'rows' | 'stages', kept: readonly string[]) =>
      options[list].filter(({ name }) => !kept.includes(name)).map(({ id }) => id);
    const [first, second, third] = options.stages;
    const { unknown, choiceOf } = read({
      rows: [`Pain points,  ${WORDS.t('journey.lane.emotion').toUpperCase()}`, 'opportunities'],
      stages: [`${first?.name},3`, second?.id ?? ''],
      filter: ['verbatim, meaning:corail'],
    });
    expect(unknown).toBeNull();
    const shown = ['pain-points', 'emotion', 'opportunities'] as const;
    expect(choiceOf(boards[0] as AnyDoc[])).toEqual({
      rows: but(
        'rows',
        shown.map((kind) => WORDS.t(`journey.lane.${kind}`)),
      ),
      stages: but(
        'stages',
        [first, second, third].map((stage) => stage?.name ?? ''),
      ),
      personas: [],
      filter: { evidence: ['verbatim'], colors: ['corail'] },
    });
    // None of the names is there: all of it is shown.
    expect(choiceOf(boards[1] as AnyDoc[])).toMatchObject({ rows: [], personas: [] });
    expect(read({ stages: ['Nulle part'] }).unknown).toMatchObject({ list: 'stages', word: 'Nulle part' });
    expect(read({ filter: ['tag:nulle'] }).unknown).toMatchObject({ list: 'filter', word: 'tag:nulle' });
  });
});

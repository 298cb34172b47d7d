/**
 * Cost of laying out a large journey map, without the canvas: from scratch, and after one note was edited. In Node, with a measurer that
 * answers at once, so that it is the layout that is measured and not a font.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { median, row } from './statistics.mjs';

const STAGES = 14;
const STEPS = 40;
const LANES = 12;
const PERSONAS = 6;
const NOTES = 1500;
const REPEATS = 15;

const ordered = (at) => `a${String(at).padStart(4, '0')}`;
const byId = (all) => Object.fromEntries(all.map((one) => [one.id, one]));
const textOf = (at) => `la personne compare deux paires en boutique, note ${at}, puis relit`.slice(0, 30 + (at % 40));

const KINDS = [
  ...['actions', 'touchpoints', 'thoughts', 'emotion', 'pain-points', 'opportunities', 'contents', 'measures'],
  ...['expectations', 'conversion', 'duration', 'backstage'],
].slice(0, LANES);

function mapOf({ defaults, empty }) {
  const stages = Array.from({ length: STAGES }, (_, at) => ({
    id: `s${at}`,
    order: ordered(at),
    title: `Étape ${at}`,
    phase: 'pre',
    duration: '12 jours',
    help: '',
    ...defaults.STAGE_DEFAULTS,
    entered: 2000 - at * 120,
    deadTime: at * 600,
  }));
  const steps = Array.from({ length: STEPS }, (_, at) => ({
    id: `p${at}`,
    stageId: `s${Math.floor((at * STAGES) / STEPS)}`,
    order: ordered(at),
    title: '',
  }));
  const lanes = KINDS.map((kind, at) => ({
    id: `l${at}`,
    kind,
    order: ordered(at),
    title: '',
    hidden: false,
    folded: false,
    ...defaults.LANE_DEFAULTS,
    byPersona: kind === 'contents',
  }));
  const holders = lanes.filter(({ kind }) => !['touchpoints', 'emotion', 'conversion', 'duration'].includes(kind));
  const personaIds = Array.from({ length: PERSONAS }, (_, at) => `q${at}`);
  const notes = Array.from({ length: NOTES }, (_, at) => {
    const lane = holders[at % holders.length];
    const step = steps[Math.floor(at / holders.length) % STEPS];
    const isStep = ['actions', 'backstage'].includes(lane.kind);
    const place = { laneId: lane.id, stageId: step.stageId, stepId: isStep ? step.id : null };
    return {
      id: `n${at}`,
      ...place,
      order: ordered(at),
      ...empty,
      ...defaults.NOTE_DEFAULTS_3,
      severity: null,
      impact: null,
      effort: null,
      text: textOf(at),
      votes: at % 4,
      personaId: personaIds[at % PERSONAS],
    };
  });
  const points = personaIds.flatMap((personaId, person) =>
    steps.map(({ id }, at) => ({
      id: `e${person}x${at}`,
      laneId: 'l3',
      personaId,
      stepId: id,
      offset: 0.5,
      valence: Math.round(Math.sin(at + person) * 20) / 10,
      word: '',
      quote: person === 0 && at % 5 === 0 ? textOf(at) : '',
      momentOfTruth: false,
      ...defaults.POINT_DEFAULTS,
    })),
  );
  const touchpoints = steps.map(({ id }, at) => ({
    ...{ id: `t${at}`, laneId: 'l1', stepId: id, order: 'a0', label: 'Site du fabricant', channel: 'website' },
    ...{ medium: 'online', owner: '', controlled: null, measure: '', ...defaults.TOUCHPOINT_DEFAULTS },
  }));
  const info = {
    title: 'Carte',
    state: 'current',
    result: '',
    sources: '',
    date: '2026-11-22',
    version: 1,
    personaIds,
  };
  return {
    ...{ kind: 'journey-map', schema: 3, info: { ...info, ...defaults.INFO_DEFAULTS }, clusters: {}, indicators: {} },
    ...{ stages: byId(stages), steps: byId(steps), lanes: byId(lanes), notes: byId(notes) },
    ...{ touchpoints: byId(touchpoints), emotionPoints: byId(points), participants: {}, ratings: {}, jumps: {} },
  };
}

export async function bench({ root }) {
  const load = async (path) => (await runnerImport(join(root, path), { configFile: false, root })).module;
  const kind = 'shared/boards/journey-map';
  const { layoutJourneyMap } = await load(`${kind}/layout/layoutJourneyMap.ts`);
  const defaults = await load(`${kind}/defaults.ts`);
  const { EMPTY_NOTE } = await load('shared/model/note.ts');
  const { translator } = await load('shared/i18n/translate.ts');
  const { LIGHT } = await load('shared/model/theme.ts');
  const measurer = () => ({ width: (text, font) => text.length * font.size * 0.5 });
  const workshop = { title: '', client: '', place: '' };
  const contextOf = (measure) => ({
    ...{ measure, t: translator('fr'), lang: 'fr', theme: LIGHT, personas: {}, workshop },
    view: { form: 'screen', focus: null },
  });
  const scratch = [];
  const edits = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    // A new measurer has laid out nothing yet.
    const context = contextOf(measurer());
    let doc = mapOf({ defaults, empty: EMPTY_NOTE });
    const start = performance.now();
    layoutJourneyMap(doc, context);
    scratch.push(performance.now() - start);
    layoutJourneyMap(doc, context);
    const id = `n${700 + repeat}`;
    doc = { ...doc, notes: { ...doc.notes, [id]: { ...doc.notes[id], text: `${doc.notes[id].text} encore` } } };
    const edited = performance.now();
    layoutJourneyMap(doc, context);
    edits.push(performance.now() - edited);
  }
  const size = `${STAGES} stages, ${STEPS} moments, ${LANES} rows, ${PERSONAS} personas, ${NOTES} notes`;
  return [
    row(`layout of a journey from scratch (${size})`, median(scratch.slice(1)), 'ms', 50),
    row('layout of it after one edit', median(edits.slice(1)), 'ms', 8),
  ];
}

/** The large journey map that benchmarks measure: as a document, and as a file that the app opens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const STAGES = 14;
const STEPS = 40;
const LANES = 12;
const PERSONAS = 6;
const NOTES = 1500;
export const SIZE = `${STAGES} stages, ${STEPS} moments, ${LANES} rows, ${PERSONAS} personas, ${NOTES} notes`;

const ordered = (at) => `a${String(at).padStart(4, '0')}`;
const byId = (all) => Object.fromEntries(all.map((one) => [one.id, one]));
const textOf = (at) => `la personne compare deux paires en boutique, note ${at}, puis relit`.slice(0, 30 + (at % 40));

const KINDS = [
  ...['actions', 'touchpoints', 'thoughts', 'emotion', 'pain-points', 'opportunities', 'contents', 'measures'],
  ...['expectations', 'conversion', 'duration', 'backstage'],
].slice(0, LANES);

/** The document of the map; `parts` as `largeMapParts` gives them. */
export function largeMap({ defaults, empty }) {
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
    ...{
      kind: 'journey-map',
      schema: 4,
      translations: {},
      info: { ...info, ...defaults.INFO_DEFAULTS },
      clusters: {},
      indicators: {},
    },
    ...{ stages: byId(stages), steps: byId(steps), lanes: byId(lanes), notes: byId(notes) },
    ...{ touchpoints: byId(touchpoints), emotionPoints: byId(points), participants: {}, ratings: {}, jumps: {} },
  };
}

/** `load(path)` gives a module of the project. */
export const loader = (root) => async (path) =>
  (await runnerImport(join(root, path), { configFile: false, root })).module;

/** What is the same for every map of this version. */
export async function largeMapParts(load) {
  const defaults = await load('shared/boards/journey-map/defaults.ts');
  const { EMPTY_NOTE } = await load('shared/model/note.ts');
  return { defaults, empty: EMPTY_NOTE };
}

/** Writes a workshop with the map and its personas into a folder; the file's path. */
export async function writeLargeMap(root, folder) {
  const load = loader(root);
  const { bundleOf, FACTS, personaDoc, stored, workshopDoc } = await load('tests/support/workshopBundles.ts');
  const { writeWorkshopFile } = await load('shared/file/workshopFile.ts');
  const journey = largeMap(await largeMapParts(load));
  const people = journey.info.personaIds.map((id, at) => {
    const doc = personaDoc();
    return [id, { ...doc, info: { ...doc.info, name: `Persona ${at + 1}` } }];
  });
  const workshop = workshopDoc();
  const refs = people.map(([id], at) => [id, { id, order: ordered(at) }]);
  const bundle = bundleOf(journey, { ...workshop, personas: { ...workshop.personas, ...Object.fromEntries(refs) } });
  const docs = { ...bundle.docs, ...Object.fromEntries(people.map(([id, doc]) => [id, stored(doc)])) };
  const path = join(folder, 'large-map.personarium');
  writeFileSync(path, writeWorkshopFile({ ...bundle, docs }, FACTS));
  return path;
}

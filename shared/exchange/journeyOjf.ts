import { strToU8 } from 'fflate';
import type { NewId } from '../base/ids';
import { fail, type Result } from '../base/result';
import { type JourneyMapDoc, LANE_KINDS, type LaneKind } from '../boards/journey-map/model';
import {
  columnOf,
  emotionPointsIn,
  indicatorsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from '../boards/journey-map/order';
import { parseJson } from '../file/parseJson';
import { LANGUAGES, type TranslateFn, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import type { Json } from '../model/document';
import { asTags } from '../model/note';
import { journeyFromPlain, type PlainNote, type PlainStage, type PlainStep } from './journeyPlain';

/**
 * OpenJourney Format 1.0 (`.ojf`, the format of Ptolemy Journey Mapper): stages x swimlanes of nodes. It has no moments inside a stage, one emotion curve, severity in three
 * steps and no proof, ratings of opportunities, samples or pictures: those are not carried. Scores are −5..+5, ours −2..+2: factor 2.5.
 */
const SCALE = 2.5;
const LEVELS = ['low', 'medium', 'high'] as const;
const severityOut = (severity: number | null): string | undefined =>
  severity === null ? undefined : severity <= 2 ? 'low' : severity === 3 ? 'medium' : 'high';
const SEVERITY_IN: Readonly<Record<(typeof LEVELS)[number], number>> = { low: 2, medium: 3, high: 5 };

type Node = Record<string, Json>;

/** A map as OJF. */
export function writeOjf(doc: JourneyMapDoc, t: TranslateFn): Uint8Array {
  const stages = stagesInOrder(doc);
  const lanes = lanesInOrder(doc);
  const nodes: Node[] = [];
  for (const lane of lanes)
    for (const stage of stages) {
      const steps = stepsOf(doc, stage.id);
      const at = { stageId: stage.id as string, swimlaneId: lane.id as string, purpose: lane.kind };
      const notes = [
        ...notesIn(doc, { laneId: lane.id, stageId: stage.id, stepId: null }),
        ...steps.flatMap(({ id }) => notesIn(doc, { laneId: lane.id, stageId: stage.id, stepId: id })),
      ];
      for (const { text, severity, tags, source } of notes) {
        const level = severityOut(severity);
        nodes.push({ ...at, title: text, description: source, ...(level ? { severity: level } : {}), tags });
      }
      for (const { id } of steps) {
        for (const { label, channel } of touchpointsIn(doc, { laneId: lane.id, stepId: id }))
          nodes.push({ ...at, title: label, description: t(`journey.channel.${channel}`), tags: [] });
        for (const { metric, value } of indicatorsIn(doc, { laneId: lane.id, stepId: id }))
          nodes.push({
            ...at,
            title: t(`journey.metric.${metric}`),
            description: value === null ? '' : `${value}`,
            tags: [],
          });
      }
      for (const point of lane.kind === 'emotion' ? emotionPointsIn(doc, lane.id) : [])
        if (doc.steps[point.stepId]?.stageId === stage.id && columnOf(doc, point.stepId) >= 0)
          nodes.push({
            ...at,
            title: point.word,
            description: point.quote,
            score: Math.round(point.valence * SCALE * 1000) / 1000,
            isMomentOfTruth: point.momentOfTruth,
            tags: [],
          });
    }
  const ojf = {
    version: '1.0',
    pointOfView: doc.info.title,
    stages: stages.map(({ id, title }) => ({ id, name: title })),
    swimlanes: lanes.map(({ id, kind, title }) => ({ id, name: title || t(`journey.lane.${kind}`) })),
    nodes,
  };
  return strToU8(`${JSON.stringify(ojf, null, 2)}\n`);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: Json | undefined): string => (typeof value === 'string' ? cleanText(value).trim() : '');

/** True for JSON that has the three lists of OJF. */
export const isOjf = (json: Json): boolean =>
  isObject(json) && Array.isArray(json.stages) && Array.isArray(json.swimlanes) && Array.isArray(json.nodes);

/** The kind of row of a swimlane: by the purpose of its nodes, else by its name in either language; free rows keep their name. */
function laneOf(name: string, purposes: readonly string[]): LaneKind | { readonly title: string } {
  const isKind = (value: string): value is LaneKind => (LANE_KINDS as readonly string[]).includes(value);
  const [purpose = ''] = purposes;
  if (purposes.every((other) => other === purpose) && isKind(purpose) && purpose !== 'notes') return purpose;
  const plain = name.toLowerCase();
  for (const lang of LANGUAGES)
    for (const kind of LANE_KINDS)
      for (const label of [`journey.lane.${kind}`, `journey.item.${kind}`] as const)
        if (translator(lang)(label).toLowerCase() === plain) return kind;
  if (/emotion|sentiment|feeling|mood|émotion/.test(plain)) return 'emotion';
  if (/touchpoint|channel|contact/.test(plain)) return 'touchpoints';
  if (/action|doing|activity/.test(plain)) return 'actions';
  if (/pain|problem|frustration/.test(plain)) return 'pain-points';
  if (/opportunit|idea/.test(plain)) return 'opportunities';
  if (/think|thought/.test(plain)) return 'thoughts';
  return name === '' ? 'notes' : { title: name };
}

/** The map of an OJF file. Fails with `no-journey` for other JSON, with what `parseJson` says of what is none. */
export function readOjf(bytes: Uint8Array, name: string, newId: NewId): Result<JourneyMapDoc> {
  const parsed = parseJson(bytes, name, name);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  if (!isOjf(json) || !isObject(json)) return fail({ code: 'no-journey', name });
  const nodes = objects(json.nodes);
  const lanes = new Map(
    objects(json.swimlanes).map((lane) => {
      const purposes = nodes.filter((node) => node.swimlaneId === lane.id).map((node) => words(node.purpose));
      return [lane.id, laneOf(words(lane.name), purposes)] as const;
    }),
  );
  const stages = objects(json.stages).map((stage): PlainStage => {
    const own = nodes.filter((node) => node.stageId === stage.id);
    const steps: { touchpoints: string[]; emotions: PlainStep['emotions'][number][] }[] = [];
    const stepAt = (at: number) => {
      while (steps.length <= at) steps.push({ touchpoints: [], emotions: [] });
      return steps[at];
    };
    const notes: PlainNote[] = [];
    let contacts = 0;
    let feelings = 0;
    for (const node of own) {
      const lane = lanes.get(node.swimlaneId ?? '') ?? 'notes';
      const title = words(node.title);
      const description = words(node.description);
      if (lane === 'emotion')
        stepAt(feelings++)?.emotions.push({
          valence: (typeof node.score === 'number' ? node.score : 0) / SCALE,
          personaId: null,
          word: title || words(node.sentiment),
          quote: description,
          momentOfTruth: node.isMomentOfTruth === true,
        });
      else if (lane === 'touchpoints') stepAt(contacts++)?.touchpoints.push(title);
      else {
        const level = LEVELS.find((one) => one === node.severity);
        notes.push({
          lane: lane === 'indicators' ? 'notes' : lane,
          step: null,
          text: [title, description].filter((part) => part !== '').join('\n'),
          severity: level && lane === 'pain-points' ? SEVERITY_IN[level] : null,
          tags: asTags(node.tags) ?? [],
        });
      }
    }
    return { title: words(stage.name), steps: steps.map((step) => ({ title: '', ...step })), notes };
  });
  const title = words(json.pointOfView) || words(json.persona);
  return journeyFromPlain({ title, stages }, newId, name);
}

import { strFromU8, strToU8 } from 'fflate';
import type { NewId, PersonaId } from '../base/ids';
import { fail, type Result } from '../base/result';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import {
  emotionPointsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from '../boards/journey-map/order';
import type { TranslateFn } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import { journeyFromPlain, type PlainEmotion, type PlainStage, type PlainStep } from './journeyPlain';

/**
 * Mermaid's `journey` (mermaid.js.org/syntax/userJourney): `section` is a stage, a task a moment with a score from 1 to 5 and the people in it. Only that is carried: rows
 * of notes, indicators and everything else of a map have no place in it, a score has no decimals, and a moment without emotion is written as 3.
 */
export interface MermaidContext {
  readonly t: TranslateFn;
  /** Names of personas, by id. */
  readonly names: Readonly<Record<PersonaId, string>>;
}

/** Signs that end a name in Mermaid, and what would be read as a keyword; entities are decoded by Mermaid itself. */
const ENDS = /[#:;,%]/g;
const KEYWORD = /^(title|section|journey|accTitle|accDescr)\b/i;
const entity = (sign: string): string => `#${sign.codePointAt(0)};`;

function encoded(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(ENDS, entity);
  return KEYWORD.test(line) ? `${entity(line[0] ?? '')}${line.slice(1)}` : line;
}

const decoded = (text: string): string =>
  cleanText(
    text.replace(/#(\d{1,7});/g, (whole, digits: string) => {
      const code = Number(digits);
      return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code);
    }),
  ).trim();

const scoreOf = (valence: number): number => Math.round(Math.min(2, Math.max(-2, valence))) + 3;

/** A map as Mermaid text. The score of a moment is that of its lowest emotion. */
export function writeMermaid(doc: JourneyMapDoc, { t, names }: MermaidContext): Uint8Array {
  const lanes = lanesInOrder(doc);
  const of = (kind: string) => lanes.filter((lane) => lane.kind === kind);
  const points = of('emotion').flatMap(({ id }) => emotionPointsIn(doc, id));
  const nameOf = (id: PersonaId | null) => (id ? (names[id] ?? '').trim() : '');
  const lines = ['journey', `    title ${encoded(doc.info.title) || encoded(t('journey.name'))}`];
  for (const [at, stage] of stagesInOrder(doc).entries()) {
    lines.push(`    section ${encoded(stage.title) || encoded(t('journey.stageUntitled', { number: at + 1 }))}`);
    for (const [index, step] of stepsOf(doc, stage.id).entries()) {
      const place = { stageId: stage.id, stepId: step.id };
      const touchpoints = of('touchpoints').flatMap(({ id: laneId }) => touchpointsIn(doc, { laneId, ...place }));
      const actions = of('actions').flatMap(({ id: laneId }) => notesIn(doc, { laneId, ...place }));
      const title =
        encoded(step.title) ||
        encoded(touchpoints.map(({ label }) => label).join(' + ')) ||
        encoded(actions[0]?.text ?? '') ||
        encoded(t('journey.stepUntitled', { number: index + 1 }));
      const own = points.filter(({ stepId }) => stepId === step.id);
      const lowest = Math.min(...own.map(({ valence }) => valence));
      const felt =
        own.length > 0 ? own.map(({ personaId }) => personaId ?? doc.info.personaIds[0] ?? null) : doc.info.personaIds;
      const actors = [...new Set(felt.map(nameOf).filter((name) => name !== ''))].map(encoded);
      lines.push(
        `      ${title}: ${own.length > 0 ? scoreOf(lowest) : 3}${actors.length > 0 ? `: ${actors.join(', ')}` : ''}`,
      );
    }
  }
  return strToU8(`${lines.join('\n')}\n`);
}

/** True for text that is a Mermaid journey, alone or in a fence of a Markdown file. */
export const isMermaid = (text: string): boolean => mermaidOf(text) !== null;

/** The lines after the word `journey`, with the number of the first. */
function mermaidOf(text: string): { readonly lines: readonly string[]; readonly first: number } | null {
  const all = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const fence = all.findIndex((line) => /^\s*(```|~~~)\s*mermaid\b/.test(line));
  let from = fence + 1;
  // Front matter, comments and directives may come before it.
  if (fence < 0 && all[0]?.trim() === '---') from = all.findIndex((line, at) => at > 0 && line.trim() === '---') + 1;
  while (from < all.length && /^\s*(%%.*)?$/.test(all[from] ?? '')) from += 1;
  if (!/^\s*journey\s*$/.test(all[from] ?? '')) return null;
  const end = fence < 0 ? -1 : all.findIndex((line, at) => at > from && /^\s*(```|~~~)\s*$/.test(line));
  return { lines: all.slice(from + 1, end < 0 ? undefined : end), first: from + 2 };
}

/**
 * The map of Mermaid text. Actors that are called like a persona of `personas` get an emotion of their own, the others are not kept. Fails with `no-journey` for other text, with
 * `file-invalid` naming the line that cannot be read.
 */
export function readMermaid(
  bytes: Uint8Array,
  name: string,
  newId: NewId,
  personas: Readonly<Record<PersonaId, string>> = {},
): Result<JourneyMapDoc> {
  const source = mermaidOf(strFromU8(bytes));
  if (!source) return fail({ code: 'no-journey', name });
  const byName = new Map(Object.entries(personas).map(([id, known]) => [known.trim().toLowerCase(), id as PersonaId]));
  let title = '';
  let isDescription = false;
  const stages: (PlainStage & { readonly steps: PlainStep[] })[] = [];
  for (const [at, raw] of source.lines.entries()) {
    const line = raw.trim();
    if (isDescription) {
      isDescription = !line.includes('}');
      continue;
    }
    if (line === '' || line.startsWith('%%') || /^accTitle\s*:/.test(line)) continue;
    if (/^accDescr\b/.test(line)) {
      isDescription = line.includes('{') && !line.includes('}');
      continue;
    }
    const titled = /^title\s+(.+)$/.exec(line);
    const section = /^section\s+(.+)$/.exec(line);
    const task = /^([^:]+):\s*(-?\d+(?:\.\d+)?)?\s*(?::(.*))?$/.exec(line);
    if (titled) title = decoded(titled[1] ?? '');
    else if (section) stages.push({ title: decoded(section[1] ?? ''), steps: [], notes: [] });
    else if (task) {
      if (stages.length === 0) stages.push({ title: '', steps: [], notes: [] });
      stages.at(-1)?.steps.push(stepOf(decoded(task[1] ?? ''), task[2], task[3] ?? '', byName));
    } else return fail({ code: 'file-invalid', name, where: `${source.first + at}`, reason: 'schema' });
  }
  return journeyFromPlain({ title, stages }, newId, name);
}

function stepOf(
  title: string,
  score: string | undefined,
  actors: string,
  byName: ReadonlyMap<string, PersonaId>,
): PlainStep {
  if (score === undefined) return { title, touchpoints: [], emotions: [] };
  const ids = actors
    .split(',')
    .map((actor) => byName.get(decoded(actor).toLowerCase()))
    .filter((id) => id !== undefined);
  const felt = (personaId: PersonaId | null): PlainEmotion => ({
    valence: Number(score) - 3,
    personaId,
    word: '',
    quote: '',
    momentOfTruth: false,
  });
  return { title, touchpoints: [], emotions: ids.length > 0 ? [...new Set(ids)].map(felt) : [felt(null)] };
}

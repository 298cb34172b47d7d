import { strToU8 } from 'fflate';
import type { NewId, PersonaId } from '../base/ids';
import { fail, type Result } from '../base/result';
import type {
  ChannelId,
  EmotionPoint,
  JourneyMapDoc,
  JourneyState,
  Lane,
  Medium,
  Step,
  Touchpoint,
} from '../boards/journey-map/model';
import {
  emotionPointsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from '../boards/journey-map/order';
import type { TranslateFn } from '../i18n/translate';
import { translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import {
  journeyFromPlain,
  type PlainNote,
  type PlainStage,
  type PlainStep,
  type PlainTouchpoint,
} from './journeyPlain';

/**
 * CJML 2.0, the XML of the Customer Journey Modelling Language of SINTEF: a journey, planned or actual, is a sequence of touchpoints between actors; a communication
 * point goes from its initiator to its receiver over a channel, an action has its initiator alone. It has phases (our stages) and what somebody experienced in words. It knows no
 * rows, curve, pain points, opportunities, indicators or figures: those are not carried.
 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the element itself. */
  readonly text: string;
}

/** XML allows no control characters and no half of a pair, not even written as numbers. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');
const tag = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
const line = (text: string): string => text.replace(/[\t ]*[\r\n]+[\t ]*|\t/g, ' ').trim();

const USER = 'U1';

interface Writing {
  readonly doc: JourneyMapDoc;
  readonly t: TranslateFn;
  /** Ids of the service providers by their names. */
  readonly providers: Map<string, string>;
  readonly isPlanned: boolean;
  number: number;
}

const providerOf = ({ providers }: Writing, name: string): string => {
  const id = providers.get(name) ?? `P${providers.size + 1}`;
  providers.set(name, id);
  return id;
};

/** What stands in the rows of a kind at a moment, in one line. */
function saidAt({ doc }: Writing, step: Step, kind: Lane['kind']): string {
  const lanes = lanesInOrder(doc).filter((lane) => lane.kind === kind);
  const notes = lanes.flatMap(({ id }) => notesIn(doc, { laneId: id, stageId: step.stageId, stepId: step.id }));
  return notes
    .map(({ text }) => line(text))
    .filter(Boolean)
    .join('; ');
}

function experienceAt({ doc }: Writing, step: Step): string {
  const points = lanesInOrder(doc)
    .filter(({ kind }) => kind === 'emotion')
    .flatMap(({ id }) => emotionPointsIn(doc, id))
    .filter(({ stepId, state }: EmotionPoint) => stepId === step.id && state === doc.info.state);
  const words = points.map(({ word, quote }) => [line(word), line(quote)].filter(Boolean).join(': ')).filter(Boolean);
  return words.length === 0
    ? ''
    : `<touchpointExperience>${tag('experienceDescription', words.join('; '))}</touchpointExperience>`;
}

function element(writing: Writing, kind: 'Action' | 'CommunicationPoint', step: Step, inner: string): string {
  writing.number++;
  const name = `${writing.isPlanned ? 'planned' : 'actual'}${kind}`;
  const phase = `<belongsTo phaseIDref="${escaped(step.stageId)}"/>`;
  return `      <${name}>${tag('touchpointID', `T${writing.number}`)}${phase}${inner}</${name}>\n`;
}

const party = (role: 'initiator' | 'receiver', actor: string, label: string): string =>
  `<${role}><refersTo actorIDref="${actor}"/><${role}Label>${escaped(label)}</${role}Label></${role}>`;

/** A moment: its touchpoints, each with what the person does there; without any, what the person does alone. */
function stepXml(writing: Writing, step: Step): string {
  const { doc, t } = writing;
  const does = saidAt(writing, step, 'actions') || line(step.title);
  const experience = writing.isPlanned ? '' : experienceAt(writing, step);
  const contacts = lanesInOrder(doc)
    .filter(({ kind }) => kind === 'touchpoints')
    .flatMap(({ id }) => touchpointsIn(doc, { laneId: id, stepId: step.id }));
  if (contacts.length === 0)
    return does === '' && experience === ''
      ? ''
      : element(writing, 'Action', step, `${party('initiator', USER, does)}${experience}`);
  return contacts
    .map(({ label, channel, owner }: Touchpoint, at) => {
      const provider = providerOf(writing, line(owner) || t('analysis.files.cjmlProvider'));
      const by = channel === 'custom' ? line(label) : t(`journey.channel.${channel}`);
      const inner = [
        party('initiator', USER, does || line(label)),
        party('receiver', provider, line(label)),
        `<channel>${tag('channelName', by)}</channel>`,
        at === 0 ? experience : '',
      ];
      return element(writing, 'CommunicationPoint', step, inner.join(''));
    })
    .join('');
}

/** A map as CJML: the journey of its first persona. `names` are those of the workshop's personas. */
export function writeCjml(
  doc: JourneyMapDoc,
  { t, names }: { readonly t: TranslateFn; readonly names: Readonly<Record<PersonaId, string>> },
): Uint8Array {
  const isPlanned = doc.info.state === 'target';
  const writing: Writing = { doc, t, providers: new Map(), isPlanned, number: 0 };
  const stages = stagesInOrder(doc);
  const touchpoints = stages.flatMap(({ id }) => stepsOf(doc, id).map((step) => stepXml(writing, step))).join('');
  const phases = stages.map(
    ({ id, title, help }) =>
      `      <journeyPhase phaseID="${escaped(id)}"><phaseName>${escaped(line(title))}</phaseName>${tag('phaseDescription', line(help))}</journeyPhase>\n`,
  );
  const providers = [...writing.providers].map(
    ([name, id]) => `      <serviceProvider actorID="${id}">${tag('companyName', name)}</serviceProvider>\n`,
  );
  const [first] = doc.info.personaIds;
  const user = (first && names[first]) || t('analysis.files.cjmlUser');
  const root = isPlanned ? 'plannedJourney' : 'actualJourney';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<CJML version="2.0">
  <${root}>
    <journeyID>${isPlanned ? 'PJ1' : 'AJ1'}</journeyID>
    ${tag('journeyTitle', line(doc.info.title))}
    <journeyPhases>
${phases.join('')}    </journeyPhases>
    ${tag('journeyShortSummary', line(doc.info.result))}
    <actors>
      <endUser actorID="${USER}">${tag('actorName', user)}</endUser>
${providers.join('')}    </actors>
    <touchpoints>
${touchpoints}    </touchpoints>
  </${root}>
</CJML>
`;
  return strToU8(xml.replace(/^ +\n/gm, ''));
}

const all = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  (node?.children ?? []).filter((child) => child.name === name);
const one = (node: XmlNode | undefined, name: string): XmlNode | undefined => all(node, name)[0];
const said = (node: XmlNode | undefined, name: string): string => cleanText(one(node, name)?.text ?? '').trim();
const actorId = (node: XmlNode | undefined): string => node?.attributes.actorIDref ?? node?.attributes.actorID ?? '';

/** Channels by words that CJML files use for them, and whether somebody is online there. */
const CHANNEL_WORDS: readonly (readonly [RegExp, ChannelId, Medium])[] = [
  [/e-?mail|courriel/, 'e-mail', 'online'],
  [/social|réseau/, 'social-network', 'online'],
  [/\bapp\b|application|smartphone|tablet/, 'app', 'online'],
  [/web|site|internet|online|portal/, 'website', 'online'],
  [/phone|call|telephone|téléphone|sms|text message/, 'phone', 'offline'],
  [/chat|support|help|service client/, 'support', 'online'],
  [/face.to.face|meeting|appointment|visit|rendez/, 'appointment', 'offline'],
  [/store|shop|desk|counter|machine|boutique|magasin/, 'store', 'offline'],
  [/parcel|delivery|letter|post|mail|colis|livraison/, 'delivery', 'offline'],
];

/** Our channel for a word: by its name here in either language, else by what it contains. */
function channelOf(name: string): Pick<PlainTouchpoint, 'channel' | 'medium'> {
  const word = name.toLowerCase();
  const found = CHANNEL_WORDS.find(([pattern]) => pattern.test(word));
  for (const [, channel, medium] of CHANNEL_WORDS)
    for (const lang of ['fr', 'en'] as const)
      if (translator(lang)(`journey.channel.${channel}`).toLowerCase() === word) return { channel, medium };
  return found ? { channel: found[1], medium: found[2] } : { channel: 'custom', medium: 'offline' };
}

interface Actors {
  readonly users: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

function actorsOf(journey: XmlNode): Actors {
  const list = one(journey, 'actors')?.children ?? [];
  return {
    users: new Set(list.filter(({ name }) => name === 'endUser').map(actorId)),
    names: new Map(
      list.map((node) => [actorId(node), said(node, 'companyName') || said(node, 'actorName') || actorId(node)]),
    ),
  };
}

/** How an actual touchpoint differs from the plan: not in it, failed, left out. */
function deviationOf(touchpoint: XmlNode): readonly string[] {
  const compliance = said(touchpoint, 'compliance').toLowerCase();
  const isUsual = compliance === '' || compliance === 'completed';
  if (!isUsual) return [compliance.slice(0, 40)];
  return /^D\d/.test(said(touchpoint, 'touchpointID')) ? ['adhoc'] : [];
}

/** A touchpoint as a moment of its own: what the person does, where, with whom, what was felt. */
function momentOf(touchpoint: XmlNode, { users, names }: Actors, at: number) {
  const parties = (['initiator', 'receiver'] as const).flatMap((role) => {
    const node = one(touchpoint, role);
    return node ? [{ id: actorId(one(node, 'refersTo')), label: said(node, `${role}Label`) }] : [];
  });
  const tags = deviationOf(touchpoint);
  const note = (lane: PlainNote['lane'], text: string, own: readonly string[] = []): PlainNote[] =>
    text === '' ? [] : [{ lane, step: at, text, severity: null, tags: own }];
  const user = parties.find(({ id }) => users.has(id));
  const other = parties.find((each) => each !== user);
  const channel = said(one(touchpoint, 'channel'), 'channelName');
  const label = other?.label || channel;
  const isContact = touchpoint.name.endsWith('CommunicationPoint') && label !== '';
  const contact: PlainTouchpoint = { label, owner: names.get(other?.id ?? '') ?? '', ...channelOf(channel) };
  const step: PlainStep = { title: '', touchpoints: isContact && user ? [contact] : [], emotions: [] };
  const without = isContact && user ? [] : parties.filter((each) => each !== user);
  const notes = [
    // Said once where both sides have the same words: the touchpoint tells it.
    ...note('actions', user && !(isContact && user.label === label && tags.length === 0) ? user.label : '', tags),
    ...without.flatMap(({ label: text }) => note('backstage', text, user ? [] : tags)),
    ...note('thoughts', said(one(touchpoint, 'touchpointExperience'), 'experienceDescription')),
    ...note('notes', said(touchpoint, 'comment')),
  ];
  return { step, notes };
}

const isJourney = ({ name }: XmlNode): boolean => name === 'actualJourney' || name === 'plannedJourney';

/** The map of the first actual journey of a CJML file, else of its first planned one. Fails with `no-journey` for other XML. */
export function readCjml(root: XmlNode, name: string, newId: NewId): Result<JourneyMapDoc> {
  const journeys = root.name === 'CJML' ? root.children.filter(isJourney) : [];
  const journey = journeys.find((each) => each.name === 'actualJourney') ?? journeys[0];
  if (!journey) return fail({ code: 'no-journey', name });
  const actors = actorsOf(journey);
  const phases = new Map(
    all(one(journey, 'journeyPhases'), 'journeyPhase').map((phase) => [
      (phase.attributes.phaseID ?? '').trim(),
      { title: said(phase, 'phaseName'), touchpoints: [] as XmlNode[] },
    ]),
  );
  let current = phases.values().next().value ?? { title: '', touchpoints: [] as XmlNode[] };
  if (phases.size === 0) phases.set('', current);
  for (const touchpoint of one(journey, 'touchpoints')?.children ?? []) {
    if (!/(Action|CommunicationPoint)$/.test(touchpoint.name)) continue;
    // One that names no phase is in that of the one before it.
    current = phases.get((one(touchpoint, 'belongsTo')?.attributes.phaseIDref ?? '').trim()) ?? current;
    current.touchpoints.push(touchpoint);
  }
  const stages = [...phases.values()].map(({ title, touchpoints }): PlainStage => {
    const moments = touchpoints.map((touchpoint, at) => momentOf(touchpoint, actors, at));
    return { title, steps: moments.map(({ step }) => step), notes: moments.flatMap(({ notes }) => notes) };
  });
  const title = said(journey, 'journeyTitle') || said(journey, 'journeyShortSummary') || said(journey, 'journeyID');
  const state: JourneyState = journey.name === 'plannedJourney' ? 'target' : 'current';
  return journeyFromPlain({ title, state, stages }, newId, name);
}

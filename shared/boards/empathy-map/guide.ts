import type { MessageKey } from '../../i18n/translate';
import { AREAS, type Area, type AreaId, type EmpathyLayout, type ZoneId } from './zones';

/** Questions of each zone, in the order they are asked. Origin of the zones: Dave Gray / XPLANE; the wording is ours. */
export const QUESTIONS: Readonly<Record<ZoneId, readonly MessageKey[]>> = {
  who: ['empathy.ask.who.person', 'empathy.ask.who.situation', 'empathy.ask.who.role'],
  need: ['empathy.ask.need.job', 'empathy.ask.need.decision', 'empathy.ask.need.success'],
  see: ['empathy.ask.see.around', 'empathy.ask.see.market', 'empathy.ask.see.others'],
  say: ['empathy.ask.say.heard', 'empathy.ask.say.repeats', 'empathy.ask.say.toOthers'],
  do: ['empathy.ask.do.today', 'empathy.ask.do.observed', 'empathy.ask.do.workaround'],
  hear: ['empathy.ask.hear.close', 'empathy.ask.hear.work', 'empathy.ask.hear.media'],
  think: ['empathy.ask.think.silent', 'empathy.ask.think.beliefs'],
  feel: ['empathy.ask.feel.body', 'empathy.ask.feel.swing'],
  pain: ['empathy.ask.pain.fear', 'empathy.ask.pain.obstacle', 'empathy.ask.pain.risk'],
  gain: ['empathy.ask.gain.hope', 'empathy.ask.gain.relief', 'empathy.ask.gain.measure'],
};

/** Questions of an area: those of its zones, in order; the quadrants ask for pains and gains under what is felt. */
export const questionsOf = ({ zones }: Area): readonly MessageKey[] => zones.flatMap((zone) => QUESTIONS[zone]);

/** One step of the guided mode: one question, about one area. */
export interface GuideStep {
  readonly area: AreaId;
  /** Zone that a note gets when it answers this question. */
  readonly zone: ZoneId;
  readonly question: MessageKey;
  /** The first question of its area. */
  readonly opens: boolean;
}

const steps = (layout: EmpathyLayout): readonly GuideStep[] =>
  AREAS[layout].flatMap(({ id, zones }) =>
    zones.flatMap((zone, index) =>
      QUESTIONS[zone].map((question, at): GuideStep => ({ area: id, zone, question, opens: index === 0 && at === 0 })),
    ),
  );

const GUIDES: Readonly<Record<EmpathyLayout, readonly GuideStep[]>> = {
  canvas: steps('canvas'),
  quadrants: steps('quadrants'),
  stages: steps('stages'),
};

/**
 * The guided mode, one question at a time, in the canvas's order: the goal first (who, needs to do), then what can be observed
 * (see, say, do, hear), and only then the inside of the head (thinks and feels, pains, gains).
 */
export const guideOf = (layout: EmpathyLayout): readonly GuideStep[] => GUIDES[layout];

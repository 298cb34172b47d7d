import type { MessageKey } from '../../i18n/translate';
import type { Phase } from './model';

/** One stage a preset starts with; its words are messages, so that a map is born in the language of its team. */
export interface PresetStage {
  readonly title: MessageKey;
  readonly help: MessageKey;
  readonly phase: Phase;
}

export interface JourneyPreset {
  readonly name: MessageKey;
  readonly about: MessageKey;
  readonly stages: readonly PresetStage[];
}

/** Common ways to cut a journey into stages. Everything is editable afterwards. */
export const PRESETS = {
  relation: {
    name: 'journey.preset.relation.name',
    about: 'journey.preset.relation.about',
    stages: [
      { title: 'journey.preset.relation.contact', help: 'journey.preset.relation.contactHelp', phase: 'pre' },
      {
        title: 'journey.preset.relation.qualification',
        help: 'journey.preset.relation.qualificationHelp',
        phase: 'pre',
      },
      { title: 'journey.preset.relation.prospection', help: 'journey.preset.relation.prospectionHelp', phase: 'pre' },
      { title: 'journey.preset.relation.purchase', help: 'journey.preset.relation.purchaseHelp', phase: 'purchase' },
      { title: 'journey.preset.relation.service', help: 'journey.preset.relation.serviceHelp', phase: 'post' },
    ],
  },
  buyer: {
    name: 'journey.preset.buyer.name',
    about: 'journey.preset.buyer.about',
    stages: [
      { title: 'journey.preset.buyer.trigger', help: 'journey.preset.buyer.triggerHelp', phase: 'pre' },
      { title: 'journey.preset.buyer.research', help: 'journey.preset.buyer.researchHelp', phase: 'pre' },
      { title: 'journey.preset.buyer.evaluation', help: 'journey.preset.buyer.evaluationHelp', phase: 'pre' },
      { title: 'journey.preset.buyer.decision', help: 'journey.preset.buyer.decisionHelp', phase: 'pre' },
      { title: 'journey.preset.buyer.purchase', help: 'journey.preset.buyer.purchaseHelp', phase: 'purchase' },
    ],
  },
  full: {
    name: 'journey.preset.full.name',
    about: 'journey.preset.full.about',
    stages: [
      { title: 'journey.preset.full.awareness', help: 'journey.preset.full.awarenessHelp', phase: 'pre' },
      { title: 'journey.preset.full.comparison', help: 'journey.preset.full.comparisonHelp', phase: 'pre' },
      { title: 'journey.preset.full.purchase', help: 'journey.preset.full.purchaseHelp', phase: 'purchase' },
      { title: 'journey.preset.full.service', help: 'journey.preset.full.serviceHelp', phase: 'post' },
      { title: 'journey.preset.full.loyalty', help: 'journey.preset.full.loyaltyHelp', phase: 'post' },
    ],
  },
  aida: {
    name: 'journey.preset.aida.name',
    about: 'journey.preset.aida.about',
    stages: [
      { title: 'journey.preset.aida.awareness', help: 'journey.preset.aida.awarenessHelp', phase: 'pre' },
      { title: 'journey.preset.aida.interest', help: 'journey.preset.aida.interestHelp', phase: 'pre' },
      { title: 'journey.preset.aida.consideration', help: 'journey.preset.aida.considerationHelp', phase: 'pre' },
      { title: 'journey.preset.aida.intent', help: 'journey.preset.aida.intentHelp', phase: 'pre' },
      { title: 'journey.preset.aida.conversion', help: 'journey.preset.aida.conversionHelp', phase: 'purchase' },
      { title: 'journey.preset.aida.after', help: 'journey.preset.aida.afterHelp', phase: 'post' },
    ],
  },
  decision: {
    name: 'journey.preset.decision.name',
    about: 'journey.preset.decision.about',
    stages: [
      { title: 'journey.preset.decision.discovery', help: 'journey.preset.decision.discoveryHelp', phase: 'pre' },
      { title: 'journey.preset.decision.reflection', help: 'journey.preset.decision.reflectionHelp', phase: 'pre' },
      { title: 'journey.preset.decision.decision', help: 'journey.preset.decision.decisionHelp', phase: 'purchase' },
    ],
  },
  inbound: {
    name: 'journey.preset.inbound.name',
    about: 'journey.preset.inbound.about',
    stages: [
      { title: 'journey.preset.inbound.stranger', help: 'journey.preset.inbound.strangerHelp', phase: 'pre' },
      { title: 'journey.preset.inbound.visitor', help: 'journey.preset.inbound.visitorHelp', phase: 'pre' },
      { title: 'journey.preset.inbound.lead', help: 'journey.preset.inbound.leadHelp', phase: 'pre' },
      { title: 'journey.preset.inbound.customer', help: 'journey.preset.inbound.customerHelp', phase: 'purchase' },
      { title: 'journey.preset.inbound.advocate', help: 'journey.preset.inbound.advocateHelp', phase: 'post' },
    ],
  },
  blank: {
    name: 'journey.preset.blank.name',
    about: 'journey.preset.blank.about',
    stages: [{ title: 'journey.preset.blank.first', help: 'journey.preset.blank.firstHelp', phase: 'pre' }],
  },
} as const satisfies Readonly<Record<string, JourneyPreset>>;

export type PresetId = keyof typeof PRESETS;

/** Presets in the order they are offered; `blank` comes last. */
export const PRESET_IDS: readonly PresetId[] = Object.keys(PRESETS) as PresetId[];

/** A preset by its id; an unknown id gives the blank one. */
export const presetOf = (id: string): JourneyPreset => PRESETS[PRESET_IDS.find((known) => known === id) ?? 'blank'];

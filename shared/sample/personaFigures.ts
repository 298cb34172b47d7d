import { PORTRAITS } from '../boards/persona/portraits';
import { ASSISTANT_PORTRAIT, RUNNER_PORTRAIT } from './sampleFigures';
import type { PersonaFigures } from './samplePersona';

/** Proofs, channels and portraits of the invented people, the same in every language. */
export const PERSONA_FIGURES = {
  runner: {
    info: { portrait: RUNNER_PORTRAIT, kind: 'primary', template: 'shopper', lastReviewed: '2026-11-22' },
    sources: [
      { kind: 'interview', sample: 9 },
      { kind: 'observation', sample: 3 },
      { kind: 'questionnaire', sample: 312 },
    ],
    facts: {
      age: 'v0',
      gender: 'v0',
      role: 'v0',
      responsibility: 'v0',
      income: 'h',
      budget: 'd02',
      education: 'v0',
      place: 'v0',
      segment: 'd2',
    },
    blocks: [
      { id: 'values', proofs: ['v0', 'v0', 'd2', 'v0'] },
      { id: 'tastes', proofs: ['v0'] },
      { id: 'needs', proofs: ['v0', 'v0', 'd2', 'o1', 'h'] },
      { id: 'motivations', proofs: ['v0', 'v0', 'o1', 'd2'] },
      { id: 'barriers', proofs: ['o1', 'v0', 'd2', 'v0'] },
      { id: 'purchase', proofs: ['d2', 'o1', 'd', 'v'] },
      {
        id: 'channels',
        proofs: ['v0', 'v0', 'v0', 'v0', 'v0'],
        channels: [
          [9, 'offline'],
          [8, 'offline'],
          [6, 'online'],
          [4, 'online'],
          [2, 'online'],
        ],
        sample: 9,
      },
      { id: 'quotes', proofs: ['v0', 'v0'] },
      { id: 'day', proofs: ['v0'] },
    ],
  },
  assistant: {
    info: { portrait: ASSISTANT_PORTRAIT, kind: 'primary', template: 'businessUser', lastReviewed: '2026-11-15' },
    sources: [
      { kind: 'interview', sample: 6 },
      { kind: 'observation', sample: 2 },
      { kind: 'data', sample: 1840 },
    ],
    facts: { age: 'v0', role: 'v0', sector: 'v0', responsibility: 'v0', education: 'v0', place: 'v0', budget: 'h' },
    blocks: [
      { id: 'needs', proofs: ['v0', 'v0', 'o1', 'h'] },
      { id: 'objectives', proofs: ['v0', 'd2'] },
      { id: 'barriers', proofs: ['v0', 'o1', 'v0', 'd2'] },
      { id: 'usage', proofs: ['o1', 'd2', 'o1'] },
      { id: 'brands', proofs: ['o1', 'o1', 'v0'] },
      { id: 'criteria', proofs: ['v0', 'v0', 'h'] },
      {
        id: 'channels',
        proofs: ['v0', 'v0', 'v0', 'v0'],
        channels: [
          [6, 'online'],
          [4, 'online'],
          [3, 'offline'],
          [2, 'offline'],
        ],
        sample: 6,
      },
      { id: 'quotes', proofs: ['v0', 'v0'] },
      { id: 'day', proofs: ['o1'] },
    ],
  },
  purchasing: {
    info: {
      portrait: PORTRAITS.crop,
      kind: 'primary',
      template: 'buyer',
      lastReviewed: '2026-11-10',
    },
    sources: [
      { kind: 'interview', sample: 5 },
      { kind: 'data', sample: 64 },
    ],
    facts: { age: 'v0', role: 'v0', responsibility: 'v0', budget: 'd1' },
    blocks: [
      { id: 'objectives', proofs: ['v0', 'd1'] },
      { id: 'criteria', proofs: ['v0', 'v0', 'd1'] },
      { id: 'barriers', proofs: ['v0', 'v0'] },
      { id: 'purchase', proofs: ['v0', 'd1'] },
      { id: 'quotes', proofs: ['v0'] },
    ],
  },
  student: {
    info: {
      portrait: PORTRAITS.afro,
      kind: 'primary',
      template: 'saas',
      lastReviewed: '2026-11-10',
    },
    sources: [
      { kind: 'interview', sample: 4 },
      { kind: 'observation', sample: 2 },
    ],
    facts: { age: 'v0', role: 'v0', place: 'v0', income: 'h' },
    blocks: [
      { id: 'needs', proofs: ['v0', 'o1', 'h'] },
      { id: 'usage', proofs: ['o1', 'o1'] },
      { id: 'personality', proofs: ['h', 'v0'], values: [30, 80] },
      { id: 'quotes', proofs: ['v0'] },
    ],
  },
  volunteer: {
    info: {
      portrait: { ...PORTRAITS.wave, lines: true },
      kind: 'primary',
      template: 'citizen',
      lastReviewed: '2026-11-10',
    },
    sources: [
      { kind: 'interview', sample: 7 },
      { kind: 'observation', sample: 3 },
      { kind: 'questionnaire', sample: 148 },
    ],
    facts: { age: 'v0', role: 'v0', place: 'v0', family: 'v0' },
    blocks: [
      { id: 'needs', proofs: ['v0', 'v0', 'o1'] },
      { id: 'barriers', proofs: ['v0', 'o1', 'd2'] },
      {
        id: 'channels',
        proofs: ['v0', 'v0', 'v0'],
        channels: [
          [7, 'offline'],
          [5, 'offline'],
          [2, 'online'],
        ],
        sample: 7,
      },
      { id: 'quotes', proofs: ['v0'] },
    ],
  },
  foreman: {
    info: {
      portrait: PORTRAITS.side,
      kind: 'secondary',
      template: 'businessUser',
      lastReviewed: '2026-11-10',
    },
    sources: [
      { kind: 'interview', sample: 3 },
      { kind: 'observation', sample: 1 },
    ],
    facts: { age: 'v0', role: 'v0', place: 'v0' },
    blocks: [
      { id: 'needs', proofs: ['v0', 'h'] },
      { id: 'barriers', proofs: ['o1', 'v0', 'h'] },
      { id: 'usage', proofs: ['o1'] },
      { id: 'quotes', proofs: ['v0'] },
    ],
  },
  analyst: {
    info: {
      portrait: PORTRAITS.bob,
      kind: 'secondary',
      template: 'saas',
      lastReviewed: '2026-11-10',
    },
    sources: [
      { kind: 'interview', sample: 4 },
      { kind: 'observation', sample: 2 },
    ],
    facts: { age: 'v0', role: 'v0', sector: 'v0' },
    blocks: [
      { id: 'objectives', proofs: ['v0', 'h'] },
      { id: 'criteria', proofs: ['v0', 'v0'] },
      { id: 'barriers', proofs: ['v0', 'h'] },
      { id: 'brands', proofs: ['o1', 'o1'] },
      { id: 'quotes', proofs: ['v0'] },
    ],
  },
} as const satisfies Readonly<Record<string, PersonaFigures>>;

export type SamplePersonaName = keyof typeof PERSONA_FIGURES;

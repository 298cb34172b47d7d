import type { ChannelId, Medium, Metric, Phase } from '../boards/journey-map/model';
import type { Portrait } from '../boards/persona/portraitModel';
import { PORTRAITS } from '../boards/persona/portraits';
import type { EvidenceKind } from '../model/evidence';

export interface StepFigures {
  readonly channel: ChannelId;
  readonly medium: Medium;
  readonly valence: number;
  readonly truth?: true;
  readonly indicator?: {
    readonly metric: Metric;
    readonly n: number;
    /** Last readings, oldest first; the last one is the value. */
    readonly trend: readonly number[];
  };
}

export interface StageFigures {
  readonly phase: Phase;
  readonly steps: readonly StepFigures[];
  readonly pain: { readonly votes: number; readonly severity: number; readonly evidence: EvidenceKind };
  readonly opportunity: { readonly votes: number; readonly impact: number; readonly effort: number };
}

type StepRow = readonly [
  channel: ChannelId,
  medium: Medium,
  valence: number,
  indicator?: readonly [metric: Metric, n: number, trend: readonly number[]],
  truth?: true,
];

const step = ([channel, medium, valence, indicator, truth]: StepRow): StepFigures => ({
  channel,
  medium,
  valence,
  ...(truth ? { truth } : {}),
  ...(indicator ? { indicator: { metric: indicator[0], n: indicator[1], trend: indicator[2] } } : {}),
});

const stage = (
  phase: Phase,
  pain: readonly [votes: number, severity: number, evidence: EvidenceKind],
  opportunity: readonly [votes: number, impact: number, effort: number],
  ...steps: readonly StepRow[]
): StageFigures => ({
  phase,
  pain: { votes: pain[0], severity: pain[1], evidence: pain[2] },
  opportunity: { votes: opportunity[0], impact: opportunity[1], effort: opportunity[2] },
  steps: steps.map(step),
});

/** The journey as it is. All figures are invented. */
export const CURRENT_FIGURES: readonly StageFigures[] = [
  stage('pre', [3, 3, 'verbatim'], [4, 3, 4], ['product', 'offline', -1.3], ['event', 'offline', 0.8]),
  stage(
    'pre',
    [1, 2, 'observation'],
    [5, 4, 2],
    ['word-of-mouth', 'offline', 1.2, ['nps', 186, [28, 31, 30, 36, 38, 41]]],
    ['poster', 'offline', 0.5, ['csat', 312, [58, 61, 60, 66, 63, 64]]],
  ),
  stage(
    'pre',
    [6, 5, 'data'],
    [7, 5, 3],
    ['review-site', 'online', -0.8, ['csat', 94, [61, 60, 57, 55, 54, 52]]],
    ['website', 'online', -1.6, ['ces', 412, [3.8, 3.6, 3.5, 3.1, 3.0, 2.9]]],
  ),
  stage(
    'pre',
    [4, 4, 'observation'],
    [3, 4, 3],
    ['appointment', 'online', 0.3, ['ces', 130, [4.9, 5.1, 5.4, 5.5, 5.7, 5.8]]],
    ['store', 'offline', 1.8, ['csat', 208, [86, 88, 91, 90, 93, 94]]],
  ),
  stage(
    'purchase',
    [2, 2, 'hypothesis'],
    [2, 2, 2],
    ['checkout', 'offline', 0.7, ['ces', 208, [5.8, 5.9, 6.0, 5.9, 6.1, 6.1]]],
    ['e-mail', 'online', 1.0, ['csat', 173, [66, 65, 69, 70, 70, 71]]],
  ),
  stage(
    'post',
    [5, 5, 'data'],
    [6, 5, 4],
    ['app', 'online', -1.7, ['ces', 57, [3.1, 3.0, 2.8, 2.7, 2.5, 2.4]]],
    ['delivery', 'offline', 1.8, ['nps', 50, [44, 47, 52, 55, 58, 62]]],
  ),
];

/** The journey as it should be: same stages, the pilot's first readings. */
export const TARGET_FIGURES: readonly StageFigures[] = [
  stage(
    'pre',
    [2, 2, 'observation'],
    [4, 3, 4],
    ['product', 'offline', -0.3],
    ['website', 'online', 0.9, ['ces', 64, [5.6, 6.0]]],
  ),
  stage(
    'pre',
    [4, 3, 'data'],
    [5, 4, 2],
    ['word-of-mouth', 'offline', 1.2, ['nps', 61, [43, 54]]],
    ['store', 'offline', 1.4, ['csat', 61, [82, 87]]],
  ),
  stage(
    'pre',
    [3, 3, 'data'],
    [7, 5, 3],
    ['app', 'online', 0.7, ['ces', 88, [5.4, 5.9]]],
    ['website', 'online', 1.1, ['csat', 88, [74, 81]]],
  ),
  stage(
    'pre',
    [2, 3, 'observation'],
    [3, 4, 3],
    ['website', 'online', 1.0, ['ces', 72, [5.9, 6.1]]],
    ['store', 'offline', 1.9, ['csat', 72, [94, 96]], true],
  ),
  stage(
    'purchase',
    [1, 2, 'hypothesis'],
    [2, 2, 2],
    ['checkout', 'offline', 0.9, ['ces', 66, [6.1, 6.3]]],
    ['app', 'online', 1.2, ['csat', 55, [80, 84]]],
  ),
  stage(
    'post',
    [3, 3, 'data'],
    [6, 5, 4],
    ['support', 'online', 0.6, ['ces', 24, [4.8, 5.7]]],
    ['store', 'offline', 1.9, ['nps', 24, [58, 67]]],
  ),
];

/** The business journey: mostly online and without a salesperson until late. */
export const BUSINESS_FIGURES: readonly StageFigures[] = [
  stage('pre', [5, 4, 'observation'], [3, 3, 2], ['product', 'online', -1.4], ['custom', 'offline', -0.9]),
  stage(
    'pre',
    [2, 2, 'verbatim'],
    [4, 4, 2],
    ['website', 'online', -0.2],
    ['press', 'online', 0.8, ['csat', 143, [62, 66, 67, 71, 72, 74]]],
  ),
  stage(
    'pre',
    [6, 4, 'data'],
    [7, 5, 3],
    ['website', 'online', -0.8, ['ces', 214, [4.1, 4.0, 3.8, 3.7, 3.6, 3.4]]],
    ['review-site', 'online', 0.3],
    ['website', 'online', 0.6, ['ces', 96, [5.2, 5.3, 5.5, 5.6, 5.8, 5.9]]],
  ),
  stage(
    'pre',
    [7, 5, 'verbatim'],
    [6, 5, 3],
    ['appointment', 'online', 1.7, ['csat', 81, [84, 86, 88, 87, 90, 91]], true],
    ['sales-rep', 'offline', -0.4, ['csat', 62, [70, 69, 66, 67, 65, 63]]],
    ['e-mail', 'online', -1.2],
  ),
  stage(
    'purchase',
    [3, 3, 'data'],
    [4, 3, 3],
    ['website', 'online', 0.7, ['ces', 58, [5.7, 5.9, 6.0, 6.0, 6.1, 6.2]]],
    ['app', 'online', 0.4, ['ces', 58, [4.6, 4.8, 4.7, 4.9, 5.0, 5.1]]],
  ),
  stage(
    'post',
    [2, 3, 'hypothesis'],
    [5, 4, 2],
    ['app', 'online', 1.8, ['nps', 74, [31, 35, 38, 44, 47, 51]]],
    ['social-network', 'online', 1.3],
  ),
];

export const RUNNER_PORTRAIT: Portrait = PORTRAITS.pony;

export const ASSISTANT_PORTRAIT: Portrait = { ...PORTRAITS.bun, glasses: '#141D33' };

import {
  DEFAULT_OPTIONS,
  type FrictionLine,
  type FrictionOptions,
  frictionReport,
  LEAST_SHOWN,
} from '@shared/analysis/friction';
import { journeyFacts } from '@shared/analysis/journeyFacts';
import type { MapFacts } from '@shared/analysis/mapFacts';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';

/** How friction is weighed and looked at; kept while the window lives, so that a second visit finds it as it was. */
interface Looked extends FrictionOptions {
  /** Places below the least score too. */
  readonly isMildShown: boolean;
}

const looked = createStore<Looked>(() => ({ ...DEFAULT_OPTIONS, isMildShown: false }));

export const useLooked = (): Looked => useStore(looked);
export const changeLooked = (change: Partial<Looked>): void => looked.setState(change);

export interface FrictionView {
  readonly facts: MapFacts;
  readonly lines: readonly FrictionLine[];
  /** The curve that counts; null is all of them. */
  readonly curve: string | null;
  /** How many places are below the least score. */
  readonly mild: number;
}

/** The report of a journey as it is now. */
export function useFriction(doc: JourneyMapDoc): FrictionView {
  const { isMildShown, ...options } = useLooked();
  const facts = useMemo(() => journeyFacts(doc), [doc]);
  const { by, weights, fullAt } = options;
  // A curve of another map is none of this one's.
  const curve = facts.emotions.some((point) => point.curve === options.curve) ? options.curve : null;
  return useMemo(() => {
    const all = frictionReport(facts, { by, weights, fullAt, curve });
    const strong = all.filter(({ score }) => score >= LEAST_SHOWN);
    return { facts, curve, lines: isMildShown ? all : strong, mild: all.length - strong.length };
  }, [facts, by, weights, fullAt, curve, isMildShown]);
}

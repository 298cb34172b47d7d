/** The words of the sample in one language; figures, channels and proofs are in `sampleFigures.ts`. */
export interface StageWords {
  readonly title: string;
  readonly duration: string;
  readonly help: string;
  /** One per step, like `touchpoints` and `quotes`; an empty quote is none. */
  readonly actions: readonly string[];
  readonly touchpoints: readonly string[];
  readonly quotes: readonly string[];
  readonly thought: string;
  readonly pain: string;
  /** Where the pain point comes from. */
  readonly painSource: string;
  readonly opportunity: string;
  readonly content: string;
  readonly owner: { readonly badge: string; readonly name: string };
}

export interface BoardWords {
  /** On the tab. */
  readonly tab: string;
  readonly title: string;
  readonly result: string;
  readonly sources: string;
  readonly stages: readonly StageWords[];
  /** Names of the ways back and out, in the order of `sampleFlows.ts`. */
  readonly ways: readonly string[];
}

export interface SampleWords {
  readonly workshop: { readonly title: string; readonly client: string; readonly place: string };
  readonly current: BoardWords;
  readonly target: BoardWords;
  readonly business: BoardWords;
}

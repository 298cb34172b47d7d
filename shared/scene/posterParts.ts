/**
 * What a poster can be made without: the card of the persona it is about, the client's logo, the legend, where facts come from, votes, proofs (with the
 * outlines of hypotheses and the shares that are proven), severities.
 */
export const POSTER_PARTS = ['persona', 'logo', 'legend', 'sources', 'votes', 'evidence', 'severity'] as const;
export type PosterPart = (typeof POSTER_PARTS)[number];

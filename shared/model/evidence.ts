import { z } from '../base/schema';

/** What supports a note: said by a person, seen by the team, measured, or supposed. */
export const EVIDENCE_KINDS = ['verbatim', 'observation', 'data', 'hypothesis'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const evidenceKind = z.enum(EVIDENCE_KINDS);

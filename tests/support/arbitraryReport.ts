import fc from 'fast-check';
import type { DocId, PersonaId } from '../../shared/base/ids';
import type { AnyDoc } from '../../shared/model/document';
import type { ReportSource, SourceSheet } from '../../shared/report/model';
import { arbitraryEmpathyMap } from './arbitraryEmpathyMap';
import { arbitraryJourneyMap } from './arbitraryJourneyMap';
import { arbitraryPersona } from './arbitraryPersona';

/** A workshop with any documents in it, personas that maps name or do not. */
export const arbitraryReportSource: fc.Arbitrary<ReportSource> = fc
  .record({
    title: fc.constantFrom('', 'Boutique', '# 1. | *Salon* <b>'),
    personas: fc.array(arbitraryPersona({ entries: 8 }), { maxLength: 2 }),
    journeys: fc.array(arbitraryJourneyMap({ stages: 4, steps: 7, notes: 20 }), { maxLength: 2 }),
    maps: fc.array(arbitraryEmpathyMap({ notes: 12, byHand: true }), { maxLength: 2 }),
  })
  .map(({ title, personas, journeys, maps }) => {
    const sheet = (kind: SourceSheet['kind'], doc: unknown, at: number): SourceSheet => ({
      id: `${kind}-${at}` as DocId & PersonaId,
      kind,
      title: at % 2 === 0 ? `Tab ${at}` : '',
      doc: doc as AnyDoc,
    });
    return {
      workshop: { title, client: '', place: 'Nantes', date: '2026-11-22', sample: false },
      personas: personas.map((doc, at) => sheet('persona', doc, at)),
      boards: [
        ...journeys.map((doc, at) => sheet('journey-map', doc, at)),
        ...maps.map((doc, at) => sheet('empathy-map', doc, at)),
      ],
    };
  });

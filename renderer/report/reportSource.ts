import type { DocId } from '@shared/base/ids';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { ReportSource, SourceSheet } from '@shared/report/model';
import { sheetsOf } from '@/export/posterScene';

/** What a report of a workshop is made from. `docOf` gives the snapshot of any document; sheets that are not there are left out. */
export function reportSource(workshop: WorkshopDoc, docOf: (id: DocId) => AnyDoc | null): ReportSource {
  const { boards, personas } = sheetsOf(workshop, docOf);
  const read = (refs: typeof boards): readonly SourceSheet[] =>
    refs.flatMap(({ id, kind, title }) => {
      const doc = docOf(id);
      return doc ? [{ id, kind, title, doc }] : [];
    });
  return { workshop: workshop.info, personas: read(personas), boards: read(boards) };
}

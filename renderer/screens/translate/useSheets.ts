import type { AnyDoc } from '@shared/model/document';
import type { TextLang } from '@shared/model/translation';
import { boardsInOrder, personasInOrder } from '@shared/model/workshopCommands';
import type { SheetLine } from '@shared/translate/rows';
import { textLines } from '@shared/translate/texts';
import { useEffect, useState } from 'react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import type { Session } from '@/session/session';
import type { SheetId } from '@/session/sheetRef';

/** A document of the workshop on screen with its session. */
export interface TextSheet {
  readonly id: string;
  readonly title: string;
  readonly session: Session<AnyDoc>;
}

/** The workshop, its boards and its personas; null until those that were not visited yet are read. Renders again when one of them changes. */
export function useSheets(open: OpenWorkshop): readonly TextSheet[] | null {
  const [sheets, setSheets] = useState<readonly TextSheet[] | null>(null);
  const [, setChanges] = useState(0);
  useEffect(() => {
    let isHere = true;
    void readSheets(open).then((read) => isHere && setSheets(read));
    return () => {
      isHere = false;
    };
  }, [open]);
  useEffect(() => {
    const stops = (sheets ?? []).map(({ session }) =>
      session.store.subscribe((now, before) => now.doc !== before.doc && setChanges((count) => count + 1)),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [sheets]);
  return sheets;
}

async function readSheets(open: OpenWorkshop): Promise<readonly TextSheet[]> {
  const { doc } = open.session.store.getState();
  const sheets: TextSheet[] = [
    { id: open.id, title: doc.info.title, session: open.session as unknown as Session<AnyDoc> },
  ];
  for (const { id, title } of boardsInOrder(doc)) {
    const board = await open.board(id);
    if (board.ok) sheets.push({ id, title, session: board.value });
  }
  for (const { id } of personasInOrder(doc)) {
    const persona = await open.board(id as SheetId);
    if (!persona.ok) continue;
    const { name } = persona.value.store.getState().doc.info as { readonly name: string };
    sheets.push({ id, title: name, session: persona.value });
  }
  return sheets;
}

/** Every text of the sheets, in their order, beside its translation. */
export const linesOf = (sheets: readonly TextSheet[], lang: TextLang): readonly SheetLine[] =>
  sheets.flatMap(({ id, title, session }) =>
    textLines(session.store.getState().doc, lang).map((line) => ({ ...line, sheet: id, title })),
  );

/** Name of a line among all of them. */
export const lineKey = ({ sheet, where, entityId, field }: SheetLine): string =>
  [sheet, where, entityId, field].join('/');

import type { OutlineNode } from '@shared/boards/boardKind';
import { translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { boardTitles } from '@shared/model/workshopCommands';
import { targetKey } from '@/canvas/targetIndex';
import { preferences } from '@/ui/preferences';
import type { BoardController, EditorProps } from './boardController';

/** Words for every target, as the outline tells them. */
export function spokenLabels<Doc extends AnyDoc>(
  { plug, session, ui }: BoardController<Doc>,
  { personas, workshop }: EditorProps<Doc>,
): ReadonlyMap<string, string> {
  const { lang } = preferences.getState();
  const labels = new Map<string, string>();
  const { doc } = session.store.getState();
  const more = ui.getState().layer?.words(doc);
  const visit = (node: OutlineNode): void => {
    const key = targetKey(node.target);
    const said = more?.get(key);
    labels.set(key, said ? `${node.label}. ${said}` : node.label);
    for (const child of node.children) visit(child);
  };
  visit(
    plug.kind.outline(doc, { t: translator(lang), lang, personas, boards: boardTitles(workshop.store.getState().doc) }),
  );
  return labels;
}

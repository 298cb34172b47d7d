import type { AnyDoc } from '@shared/model/document';
import { useEffect, useState } from 'react';
import { targetKey } from '@/canvas/targetIndex';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import type { BoardController, EditorProps } from './boardController';
import { keptNow } from './keeping';
import { spokenLabels } from './spokenLabels';
import { hasTarget } from './targets';
import { useDoc, useSelection, useUi } from './useController';

/** Hands on keys move faster than speech: only what they rest on is said. */
const REST_MS = 140;
/** Of more things at once only their number is said: they were chosen all together. */
const SPOKEN = 12;

/** Tells a screen reader what is selected on the canvas, and its value as it changes. */
export function LiveRegion<Doc extends AnyDoc>({
  controller,
  props,
}: {
  readonly controller: BoardController<Doc>;
  readonly props: EditorProps<Doc>;
}) {
  const t = useT();
  const lang = useLang();
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const editing = useUi(controller, (ui) => ui.editing);
  const kept = useUi(controller, (ui) => ui.kept);
  const refusal = useUi(controller, (ui) => ui.refusal);
  const [said, setSaid] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `doc` and `kept` change what there is to say of the same selection.
  useEffect(() => {
    const words = (): string => {
      // Keys stand on the last.
      const last = selection.at(-1);
      if (!last) return '';
      const count = selection.length > 1 ? t('editing.canvas.many', { count: selection.length }) : '';
      if (selection.length > SPOKEN) return count;
      const label = spokenLabels(controller, props).get(targetKey(last)) ?? controller.state.getState().selectionLabel;
      const what = hasTarget(keptNow(controller), last) ? t('editing.canvas.kept', { what: label }) : label;
      return count ? `${what}. ${count}` : what;
    };
    // What is being written is told by the text field itself.
    if (editing) return;
    const timer = setTimeout(() => setSaid(words()), REST_MS);
    return () => clearTimeout(timer);
  }, [selection, doc, editing, kept, t, controller, props]);

  const [only] = selection;
  const { spokenValue } = controller.plug.panels;
  const value = only && selection.length === 1 ? spokenValue?.(doc, only, lang) : null;
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="board-status">
        {said}
      </div>
      {refusal && (
        <div className="visually-hidden" role="alert">
          {refusal}
        </div>
      )}
      {value && (
        <div className="visually-hidden" aria-live="assertive">
          {value}
        </div>
      )}
    </>
  );
}

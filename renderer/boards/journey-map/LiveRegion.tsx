import { formatValence } from '@shared/boards/pieces/valence';
import { useEffect, useState } from 'react';
import { targetKey } from '@/canvas/targetIndex';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import type { JourneyController, JourneyProps } from './controller';
import { spokenLabels } from './controller';
import { pointOf } from './entities';
import { useDoc, useSelection, useUi } from './useController';

/** Hands on keys move faster than speech: only what they rest on is said. */
const REST_MS = 140;

/** Tells a screen reader what is selected on the canvas, and its value as it changes. */
export function LiveRegion({
  controller,
  props,
}: {
  readonly controller: JourneyController;
  readonly props: JourneyProps;
}) {
  const t = useT();
  const lang = useLang();
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const editing = useUi(controller, (ui) => ui.editing);
  const refusal = useUi(controller, (ui) => ui.refusal);
  const [said, setSaid] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `doc` changes what there is to say of the same selection.
  useEffect(() => {
    const say = (): void => {
      const [only] = selection;
      if (!only) setSaid('');
      else if (selection.length > 1) setSaid(t('editing.canvas.many', { count: selection.length }));
      else setSaid(spokenLabels(controller, props).get(targetKey(only)) ?? controller.state.getState().selectionLabel);
    };
    // What is being written is told by the text field itself.
    if (editing) return;
    const timer = setTimeout(say, REST_MS);
    return () => clearTimeout(timer);
  }, [selection, doc, editing, t, controller, props]);

  const [only] = selection;
  const point = only?.kind === 'emotion-point' && selection.length === 1 ? pointOf(doc, only.id) : null;
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
      {point && (
        <div className="visually-hidden" aria-live="assertive">
          {formatValence(point.valence, lang)}
        </div>
      )}
    </>
  );
}

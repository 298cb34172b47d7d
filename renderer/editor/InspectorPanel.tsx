import type { AnyDoc } from '@shared/model/document';
import type { BoardViewProps } from '@/session/boardHandle';
import { type BoardController, controllerOf } from './boardController';
import { ManyPanel } from './inspector/ManyPanel';
import { useDoc, useSelection } from './useController';

/** Everything about what is selected; about the board itself when nothing is. */
export function InspectorPanel<Doc extends AnyDoc>(props: BoardViewProps<Doc>) {
  const controller = controllerOf<Doc>(props.handle);
  return controller && <Chosen controller={controller} props={props} />;
}

interface ChosenProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly props: BoardViewProps<Doc>;
}

function Chosen<Doc extends AnyDoc>({ controller, props }: ChosenProps<Doc>) {
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  if (selection.length > 1) return <ManyPanel controller={controller} selection={selection} />;
  const { Inspector } = controller.plug.panels;
  return <Inspector controller={controller} doc={doc} target={selection[0] ?? null} view={props} />;
}

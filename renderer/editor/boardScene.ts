import type { PersonaId } from '@shared/base/ids';
import type { BoardKind, BoardTitles } from '@shared/boards/boardKind';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { NoteFilter } from '@shared/boards/pieces/noteFilter';
import { type Lang, translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { type ThemeName, themeOf } from '@shared/model/theme';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Scene, Target } from '@shared/scene/primitives';
import { boardMeasurer } from '@/canvas/measurer';
import { type TargetIndex, targetIndex, targetKey } from '@/canvas/targetIndex';

/** Everything a drawn board depends on; compared by identity, the focus by what it stands for. */
export interface SceneInputs<Doc extends AnyDoc> {
  readonly doc: Doc;
  readonly info: WorkshopDoc['info'];
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly boards: BoardTitles;
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly compact: boolean;
  readonly focus: Target | null;
  readonly unfolded: readonly string[];
  /** Which notes are shown; undefined shows all. */
  readonly filter: NoteFilter | undefined;
  /** Pictures that could not be read. */
  readonly lost: ReadonlySet<string>;
  /** What the participants say stands behind the curve of a journey. */
  readonly opinions: boolean;
}

/** A board as laid out for the screen, with what can be hit on it. */
export interface SceneNow<Doc extends AnyDoc> {
  readonly inputs: SceneInputs<Doc>;
  readonly scene: Scene;
  readonly index: TargetIndex;
}

/** Nothing has been laid out for this long: the picture of the last edit is on the screen. */
const REST_MS = 100;

const focusKey = ({ focus }: SceneInputs<AnyDoc>): string => (focus ? targetKey(focus) : '');

const same = (a: SceneInputs<AnyDoc>, b: SceneInputs<AnyDoc>): boolean =>
  (Object.keys(a) as (keyof SceneInputs<AnyDoc>)[]).every((key) => key === 'focus' || a[key] === b[key]) &&
  focusKey(a) === focusKey(b);

function laidOut<Doc extends AnyDoc>(
  kind: BoardKind<Doc>,
  inputs: SceneInputs<Doc>,
  last: SceneNow<Doc> | null,
): SceneNow<Doc> {
  const { doc, info, personas, boards, lang, theme, compact, focus, unfolded, filter, lost, opinions } = inputs;
  const scene = kind.layout(doc, {
    measure: boardMeasurer(),
    t: translator(lang),
    lang,
    theme: themeOf(theme),
    personas,
    boards,
    lost,
    workshop: { title: info.title, client: info.client, place: info.place },
    view: { form: compact ? 'compact' : 'screen', focus, unfolded, ...(filter && { filter }), opinions },
  });
  return { inputs, scene, index: targetIndex(scene, last?.index) };
}

/**
 * Lays a board out when asked and only if something it depends on has changed. `again` is told when code that the layout lacked
 * has been read.
 */
export function createBoardScene<Doc extends AnyDoc>(
  kind: BoardKind<Doc>,
  again: () => void = () => {},
): (inputs: SceneInputs<Doc>) => SceneNow<Doc> {
  let last: SceneNow<Doc> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The pointer that moves next asks what lies under it: not while the picture of an edit is waited for. */
  const prepareSoon = ({ index }: SceneNow<Doc>): void => {
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(() => last?.index === index && index.prepare()), REST_MS);
  };
  return (inputs) => {
    if (last && same(last.inputs, inputs)) return last;
    // Whoever opens a board or changes its form has waited for this; a merge or a restored version has not.
    void kind.prepare?.(inputs.doc)?.then(() => {
      last = null;
      again();
    });
    last = laidOut(kind, inputs, last);
    prepareSoon(last);
    return last;
  };
}

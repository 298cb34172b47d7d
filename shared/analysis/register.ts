/**
 * The register of touchpoints of a workshop: what its journeys are in contact with, each thing once, wherever it stands. Touchpoints are the same where they are
 * called the same, capitals and spaces apart; one without a name is alone.
 */

/** A touchpoint where it stands on a map. Its fields are those of the map. */
export interface TouchpointUse {
  /** Id of its map. */
  readonly board: string;
  readonly id: string;
  readonly stageId: string;
  readonly label: string;
  readonly channel: string;
  readonly medium: string;
  readonly owner: string;
  readonly controlled: boolean | null;
  /** How it is measured, in words; empty when nobody said. */
  readonly measure: string;
  /** Measured indicators in the same moment. */
  readonly indicators: number;
}

/** What all uses agree on; undefined where they do not. */
export interface SharedFields {
  readonly channel: string | undefined;
  readonly medium: string | undefined;
  readonly owner: string | undefined;
  readonly controlled: boolean | null | undefined;
  readonly measure: string | undefined;
}

export interface RegisteredTouchpoint extends SharedFields {
  /** The same for the same name, so that a line stays chosen while its other fields change. */
  readonly key: string;
  readonly label: string;
  readonly uses: readonly TouchpointUse[];
  /** Neither words say how it is measured, nor does any indicator where it stands. */
  readonly isMeasured: boolean;
}

/** What a touchpoint is told apart by. */
export const nameKey = (label: string): string => label.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function agreed<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** One line per touchpoint, in the order they first come in: boards as given, then from left to right. */
export function touchpointRegister(uses: readonly TouchpointUse[]): readonly RegisteredTouchpoint[] {
  const groups = new Map<string, TouchpointUse[]>();
  for (const use of uses) {
    const name = nameKey(use.label);
    const key = name === '' ? `#${use.board}/${use.id}` : name;
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return [...groups].map(([key, own]) => ({
    key,
    label: own[0]?.label.trim() ?? '',
    uses: own,
    channel: agreed(own.map(({ channel }) => channel)),
    medium: agreed(own.map(({ medium }) => medium)),
    owner: agreed(own.map(({ owner }) => owner.trim())),
    controlled: agreed(own.map(({ controlled }) => controlled)),
    measure: agreed(own.map(({ measure }) => measure.trim())),
    isMeasured: own.some(({ measure, indicators }) => measure.trim() !== '' || indicators > 0),
  }));
}

/** A stage of one of the maps. */
export interface RegisterStage {
  readonly board: string;
  readonly id: string;
  readonly title: string;
}

/** A column of the matrix: stages of any maps that are called the same. */
export interface StageColumn {
  readonly key: string;
  readonly title: string;
  /** Stages of it, as `board/id`. */
  readonly stages: ReadonlySet<string>;
}

/** Columns in the order stages first come in; a stage without a title is alone. */
export function stageColumns(stages: readonly RegisterStage[]): readonly StageColumn[] {
  const columns = new Map<string, { title: string; stages: Set<string> }>();
  for (const { board, id, title } of stages) {
    const key = nameKey(title) || `#${board}/${id}`;
    const column = columns.get(key) ?? { title, stages: new Set<string>() };
    column.stages.add(`${board}/${id}`);
    columns.set(key, column);
  }
  return [...columns].map(([key, column]) => ({ key, ...column }));
}

/** Uses of a touchpoint in a column. */
export const usesIn = ({ uses }: RegisteredTouchpoint, { stages }: StageColumn): readonly TouchpointUse[] =>
  uses.filter(({ board, stageId }) => stages.has(`${board}/${stageId}`));

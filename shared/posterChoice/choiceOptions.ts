import type { LayoutContext } from '../boards/boardKind';
import type { EmpathyMapDoc, EmpathyNote } from '../boards/empathy-map/model';
import { stagesInOrder as empathyStages } from '../boards/empathy-map/order';
import { stageTitle as empathyStageTitle } from '../boards/empathy-map/spoken';
import { type AreaId, ZONE_COLORS } from '../boards/empathy-map/zones';
import { lanePaper } from '../boards/journey-map/layout/lanePapers';
import type { JourneyMapDoc, Note } from '../boards/journey-map/model';
import { stagesInOrder } from '../boards/journey-map/order';
import { shownStages } from '../boards/journey-map/shown';
import { laneTitle, personaName, stageTitle } from '../boards/journey-map/spokenLabels';
import type { FilteredNote } from '../boards/pieces/noteFilter';
import type { AnyDoc } from '../model/document';
import type { NoteColor } from '../model/note';
import { choosableAreas, choosableZones } from './chosenEmpathy';
import { choosableRows } from './chosenJourney';

/** Something of a board that its poster can leave out. */
export interface ChoiceOption {
  readonly id: string;
  readonly name: string;
  /** A word for it that no language and no renaming changes: the kind of a row. */
  readonly word?: string;
}

/** What of a board can be left out. A list of one holds nothing to choose. */
export interface ChoiceOptions {
  readonly rows: readonly ChoiceOption[];
  readonly stages: readonly ChoiceOption[];
  readonly personas: readonly ChoiceOption[];
  /** Notes that a filter looks at, with the papers that they are seen on. */
  readonly notes: readonly { readonly note: FilteredNote; readonly paper: NoteColor | null }[];
}

const NONE: ChoiceOptions = { rows: [], stages: [], personas: [], notes: [] };

type Words = Pick<LayoutContext, 't' | 'lang' | 'personas'>;

/** What of a board can be left out, as it is called on it. */
export function choiceOptions(doc: AnyDoc, words: Words): ChoiceOptions {
  if (doc.kind === 'journey-map') return journeyOptions(doc as JourneyMapDoc, words);
  return doc.kind === 'empathy-map' ? empathyOptions(doc as EmpathyMapDoc, words) : NONE;
}

function journeyOptions(doc: JourneyMapDoc, words: Words): ChoiceOptions {
  const all = stagesInOrder(doc);
  const paper = new Map(Object.values(doc.lanes).map((lane) => [lane.id, lane.hidden ? undefined : lanePaper(lane)]));
  return {
    rows: choosableRows(doc).map((lane) => ({ id: lane.id, name: laneTitle(lane, words), word: lane.kind })),
    stages: shownStages(doc).map((stage) => ({ id: stage.id, name: stageTitle(stage, all.indexOf(stage), words) })),
    personas: doc.info.personaIds.map((id) => ({ id, name: personaName(doc, id, words) })),
    notes: Object.values<Note>(doc.notes).flatMap((note) => {
      const own = paper.get(note.laneId);
      return own === undefined || doc.info.form === 'path' ? [] : [{ note, paper: own }];
    }),
  };
}

function empathyOptions(doc: EmpathyMapDoc, words: Words): ChoiceOptions {
  const { t } = words;
  const named = (id: AreaId): ChoiceOption => ({ id, name: t(`empathy.area.${id}`), word: id });
  const stages = doc.info.layout === 'stages' ? empathyStages(doc) : [];
  return {
    rows: [...(choosableAreas(doc) as readonly AreaId[]), ...choosableZones(doc)].map(named),
    stages: stages.map((stage, at) => ({ id: stage.id, name: empathyStageTitle(stage, at, words) })),
    personas: [],
    notes: Object.values<EmpathyNote>(doc.notes).map((note) => ({ note, paper: ZONE_COLORS[note.zone] })),
  };
}

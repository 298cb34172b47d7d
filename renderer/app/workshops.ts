import type { BoardId, DocId, WorkshopId } from '@shared/base/ids';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { boardFace } from '@/boards/registry';
import type { WorkshopCard } from '@/session/library';
import type { NewWorkshop } from '@/session/workspaceApi';
import { closeToast, showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { workspace } from './appStore';
import { isoDate } from './dateText';
import { showError } from './errors';
import { showWorkshop } from './navigate';
import { newId } from './newId';

/** What the "new workshop" dialog asks for. */
export interface WorkshopForm {
  readonly title: string;
  readonly client: string;
  readonly place: string;
  /** `YYYY-MM-DD` or empty. */
  readonly date: string;
  /** What it starts with: one board of a kind, from one of its presets. */
  readonly kind: BoardKindId;
  readonly preset: string;
}

/** Creates a workshop with one board of a preset, and shows it. */
export async function createWorkshop(form: WorkshopForm): Promise<boolean> {
  const t = currentT();
  const { boardKind } = await import('@shared/boards/registry');
  const { lang } = preferences.getState();
  const title = form.title.trim();
  const boardId = newId<BoardId>();
  const id = newId<WorkshopId>();
  const board = boardKind(form.kind).create({
    newId,
    title,
    lang,
    t,
    date: form.date || isoDate(Date.now()),
    preset: form.preset,
  }) as AnyDoc;
  const tab = t(form.kind === 'journey-map' ? 'journey.state.current' : boardFace(form.kind).newTitle);
  const workshop: WorkshopDoc = {
    kind: 'workshop',
    schema: 3,
    translations: {},
    info: { title, client: form.client.trim(), place: form.place.trim(), date: form.date, sample: false, logo: null },
    boards: { [boardId]: { id: boardId, kind: form.kind, title: tab, order: 'a0' } },
    personas: {},
  };
  return createAndShow({ id, workshop, docs: { [boardId]: board } as Record<DocId, AnyDoc> });
}

/** Creates a workshop around a board that came from elsewhere, and shows it. */
export async function createWorkshopWith(board: AnyDoc, title: string, tab: string): Promise<boolean> {
  const boardId = newId<BoardId>();
  const workshop: WorkshopDoc = {
    kind: 'workshop',
    schema: 3,
    translations: {},
    info: { title, client: '', place: '', date: isoDate(Date.now()), sample: false, logo: null },
    boards: { [boardId]: { id: boardId, kind: board.kind as BoardKindId, title: tab, order: 'a0' } },
    personas: {},
  };
  return createAndShow({ id: newId<WorkshopId>(), workshop, docs: { [boardId]: board } as Record<DocId, AnyDoc> });
}

async function createAndShow(made: NewWorkshop): Promise<boolean> {
  const created = await workspace().createWorkshop(made);
  if (!created.ok) {
    showError(created.error, currentT()('home.create.failed'));
    return false;
  }
  await showWorkshop(created.value);
  return true;
}

/** Shows the sample workshop; the first time, or after it was deleted, it is made anew. */
export async function openSample(): Promise<void> {
  const known = workspace()
    .library.getState()
    .workshops.find((card) => card.sample);
  if (known) return showWorkshop(known.id);
  await createAndShow(await freshSample());
}

async function freshSample(): Promise<NewWorkshop> {
  const { sampleWorkshop } = await import('@shared/sample/sampleWorkshop');
  return sampleWorkshop({ lang: preferences.getState().lang, newId, date: isoDate(Date.now()) });
}

export interface SampleSize {
  readonly personas: number;
  readonly journeys: number;
  readonly empathyMaps: number;
}

/** How much the sample workshop holds. */
export async function sampleSize(): Promise<SampleSize> {
  const { workshop } = await freshSample();
  const count = (wanted: BoardKindId) => Object.values(workshop.boards).filter(({ kind }) => kind === wanted).length;
  return {
    personas: Object.keys(workshop.personas).length,
    journeys: count('journey-map'),
    empathyMaps: count('empathy-map'),
  };
}

/** Puts a fresh sample in the place of one that was played with; the toast brings the old one back. */
export async function resetSample(card: WorkshopCard): Promise<void> {
  const t = currentT();
  const created = await workspace().createWorkshop(await freshSample());
  if (!created.ok) return showError(created.error, t('home.create.failed'));
  const trashing = workspace().trashWorkshop(card.id);
  const takeBack = async () => {
    await trashing;
    await restore(card.id);
    const gone = await workspace().trashWorkshop(created.value);
    if (!gone.ok) showError(gone.error);
  };
  showToast({
    icon: 'sparkle',
    text: t('home.resetDone'),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void takeBack() },
  });
  const trashed = await trashing;
  if (trashed.ok) return;
  closeToast();
  showError(trashed.error);
}

/** Deletes a workshop; the toast, there at once, brings it back. */
export async function deleteWorkshop(card: WorkshopCard): Promise<void> {
  const t = currentT();
  const trashing = workspace().trashWorkshop(card.id);
  showToast({
    icon: 'trash',
    text: t('home.deleted', { title: card.title || t('home.card.untitled') }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void trashing.then(() => restore(card.id)) },
  });
  const trashed = await trashing;
  if (trashed.ok) return;
  closeToast();
  showError(trashed.error);
}

async function restore(id: WorkshopId): Promise<void> {
  const restored = await workspace().restoreWorkshop(id);
  if (!restored.ok) showError(restored.error);
}

export async function duplicateWorkshop(card: WorkshopCard): Promise<void> {
  const t = currentT();
  const title = t('common.copyOf', { title: card.title || t('home.card.untitled') });
  const copied = await workspace().duplicateWorkshop(card.id, title);
  if (!copied.ok) return showError(copied.error);
  showToast({ icon: 'copy', text: t('home.duplicated', { title }) });
}

/** Renames a workshop from its card, through the same command as everywhere. */
export async function renameWorkshop(id: WorkshopId, title: string): Promise<void> {
  const { setWorkshopInfo } = await import('@shared/model/workshopCommands');
  const opened = await workspace().openDoc<WorkshopDoc>(id);
  if (!opened.ok) return showError(opened.error);
  opened.value.run(setWorkshopInfo, { fields: { title: title.trim() } });
  await opened.value.close();
}

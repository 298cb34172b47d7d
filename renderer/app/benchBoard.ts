import type { BoardId, WorkshopId } from '@shared/base/ids';
import type { NewWorkshop } from '@/session/workspaceApi';
import { appStore, workspace } from './appStore';
import { benchIds, benchJourney } from './benchJourney';
import { showError } from './errors';
import { showWorkshop } from './navigate';

/** For measurements: a library of `count` personas, made at the first start with that count. */
export async function fillBenchLibrary(count: number): Promise<void> {
  if (workspace().library.getState().personas.length >= count) return;
  const { benchPersonas } = await import('./library/benchPersonas');
  const filled = await workspace().importPersonas(benchPersonas(count), new Map());
  if (!filled.ok) showError(filled.error);
  await workspace().flushAll();
}

/** For measurements: a workshop with one journey of `count` notes, made at the first start with that count and shown. */
export async function openBenchBoard(count: number): Promise<void> {
  const id = `benchWorkshop${count}` as WorkshopId;
  if (!workspace().knows(id)) {
    const boardId = `benchBoard${count}` as BoardId;
    const made: NewWorkshop = {
      id,
      workshop: {
        kind: 'workshop',
        schema: 3,
        translations: {},
        info: { title: `${count} notes`, client: '', place: '', date: '', sample: false, logo: null },
        boards: { [boardId]: { id: boardId, kind: 'journey-map', title: 'Mesure', order: 'a0' } },
        personas: {},
      },
      docs: { [boardId]: benchJourney(count, benchIds()) },
    };
    const created = await workspace().createWorkshop(made);
    if (!created.ok) return showError(created.error);
  }
  appStore.setState({ inspector: false });
  await showWorkshop(id);
}

import type { PersonaId, WorkshopId } from '@shared/base/ids';
import { type PersonaMeta, setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc, PersonaInfo } from '@shared/boards/persona/model';
import type { PersonaTemplate } from '@shared/boards/persona/templates';
import type { WorkshopDoc } from '@shared/model/workshop';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, openDialog, workspace } from '../appStore';
import { showError } from '../errors';
import { showVersions } from '../navigate';
import { newId } from '../newId';
import { showPersona } from '../showPersona';

type Fields = Partial<PersonaMeta>;

/** Changes how personas are filed; the toast takes all of it back. `text` is what it says. */
export async function filePersonas(
  ids: readonly PersonaId[],
  change: (info: PersonaInfo) => Fields,
  text: string,
): Promise<void> {
  const before = new Map<PersonaId, Fields>();
  const filing = runAll(ids, (info, id) => {
    const fields = change(info);
    const names = Object.keys(fields) as (keyof PersonaMeta)[];
    before.set(id, Object.fromEntries(names.map((name) => [name, info[name]])));
    return fields;
  });
  const takeBack = () => void filing.then(() => runAll([...before.keys()], (_info, id) => before.get(id) ?? {}));
  showToast({
    icon: 'check',
    text,
    action: { label: currentT()('common.undo'), shortcut: 'CmdOrCtrl+Z', run: takeBack },
  });
  await filing;
}

async function runAll(ids: readonly PersonaId[], change: (info: PersonaInfo, id: PersonaId) => Fields): Promise<void> {
  for (const id of ids) {
    const opened = await workspace().openDoc<PersonaDoc>(id);
    if (!opened.ok) return showError(opened.error);
    opened.value.run(setMeta, { fields: change(opened.value.store.getState().doc.info, id) });
    await opened.value.close();
  }
}

/** Puts personas away or takes them out again. */
export function archivePersonas(ids: readonly PersonaId[], archived: boolean): Promise<void> {
  const text = currentT()(archived ? 'library.done.archived' : 'library.done.unarchived', { count: ids.length });
  return filePersonas(ids, () => ({ archived }), text);
}

export function markFavourite(ids: readonly PersonaId[], favourite: boolean): Promise<void> {
  const text = currentT()(favourite ? 'library.done.favourite' : 'library.done.unfavourite', { count: ids.length });
  return filePersonas(ids, () => ({ favourite }), text);
}

/** Adds tags to every persona and takes others away. */
export function tagPersonas(
  ids: readonly PersonaId[],
  added: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const text = currentT()('library.done.tagged', { count: ids.length });
  const change = ({ tags }: PersonaInfo): Fields => ({
    tags: [...new Set([...tags.filter((tag) => !removed.includes(tag)), ...added])],
  });
  return filePersonas(ids, change, text);
}

/** Takes personas off the library; the toast, there at once, brings them back. */
export async function deletePersonas(ids: readonly PersonaId[]): Promise<void> {
  const t = currentT();
  const trashing = workspace().trashPersonas(ids);
  const bringBack = async () => {
    await trashing;
    const back = await workspace().restorePersonas(ids);
    if (!back.ok) showError(back.error);
  };
  showToast({
    icon: 'trash',
    text: t('library.done.deleted', { count: ids.length }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void bringBack() },
  });
  const trashed = await trashing;
  if (!trashed.ok) showError(trashed.error);
}

/** Brings personas back from the trash. */
export async function restorePersonas(ids: readonly PersonaId[]): Promise<void> {
  const back = await workspace().restorePersonas(ids);
  if (!back.ok) return showError(back.error);
  showToast({ icon: 'check', text: currentT()('library.done.restored', { count: ids.length }) });
}

/** Makes a persona on the page of a template and shows it. */
export async function newPersona(preset: string): Promise<void> {
  const { presetTemplate } = await import('@shared/boards/persona/templates');
  await startPersona(presetTemplate(preset));
}

/** Makes a persona on the page of a template, of the app or of one’s own, and shows it. */
export async function startPersona(template: PersonaTemplate): Promise<void> {
  const t = currentT();
  const [{ personaFrom }, { randomPortrait }] = await Promise.all([
    import('@shared/boards/persona/templates'),
    import('@shared/boards/persona/portraitMaker'),
  ]);
  const made = personaFrom(template, newId);
  const portrait = randomPortrait((count) => Math.floor(Math.random() * count));
  const id = newId<PersonaId>();
  const stored = await workspace().addDoc(id, {
    ...made,
    info: { ...made.info, name: t('persona.newName'), portrait },
  });
  if (!stored.ok) return showError(stored.error);
  openPersona(id);
}

/** Shows a persona. */
export const openPersona = (id: PersonaId): void => void showPersona(id);

/** Shows what a persona was, version by version; coming back from there leads to its page. */
export function openVersions(id: PersonaId): void {
  void showPersona(id).then(() => {
    // A later click may have won.
    if (appStore.getState().boardId === id) showVersions();
  });
}

/** A copy beside a persona, with ids of its own. */
export async function duplicatePersona(id: PersonaId): Promise<void> {
  const t = currentT();
  const doc = await workspace().peek<PersonaDoc>(id);
  if (!doc) return;
  const name = t('common.copyOf', { title: doc.info.name || t('persona.unnamed') });
  const stored = await workspace().addDoc(newId<PersonaId>(), { ...doc, info: { ...doc.info, name } });
  if (!stored.ok) return showError(stored.error);
  showToast({ icon: 'copy', text: t('home.duplicated', { title: name }) });
}

/** Takes a persona out of one workshop, or puts it into one; the toast takes that back. */
export async function linkPersona(
  id: PersonaId,
  workshopId: WorkshopId,
  title: string,
  linked: boolean,
): Promise<void> {
  const { addPersona, removePersona } = await import('@shared/model/workshopCommands');
  const change = async (link: boolean) => {
    const opened = await workspace().openDoc<WorkshopDoc>(workshopId);
    if (!opened.ok) return showError(opened.error);
    if (link) opened.value.run(addPersona, { id, at: null });
    else opened.value.run(removePersona, { id });
    await opened.value.close();
  };
  await change(linked);
  const t = currentT();
  showToast({
    icon: linked ? 'link' : 'link-break',
    text: t(linked ? 'library.done.linked' : 'library.done.unlinked', { title }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void change(!linked) },
  });
}

export const askTags = (ids: readonly PersonaId[]): void => openDialog({ kind: 'persona-tags', ids });

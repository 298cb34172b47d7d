import type { PersonaId, WorkshopId } from '@shared/base/ids';
import { type PersonaMeta, setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc, PersonaInfo } from '@shared/boards/persona/model';
import type { PersonaTemplate } from '@shared/boards/persona/templates';
import { jsonEqual } from '@shared/document/jsonEqual';
import { MAX_TAGS } from '@shared/model/note';
import type { WorkshopDoc } from '@shared/model/workshop';
import { foldValue } from '@shared/text/searchText';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, openDialog, workspace } from '../appStore';
import { showError } from '../errors';
import { showVersions } from '../navigate';
import { newId } from '../newId';
import { showPersona } from '../showPersona';
import { cardsOf } from './chosen';
import { tellDone } from './steps';

type Fields = Partial<PersonaMeta>;

/** Fields of a persona as a change found them, and as it left them. */
interface Filed {
  readonly was: Fields;
  readonly became: Fields;
}

/** Changes how personas are filed; `text` says what was done. */
async function filePersonas(
  ids: readonly PersonaId[],
  change: (info: PersonaInfo) => Fields,
  text: string,
): Promise<void> {
  const before = new Map<PersonaId, Filed>();
  const filing = runAll(ids, change, before);
  // What somebody has changed since stays.
  const takeBack = (info: PersonaInfo, id: PersonaId): Fields => {
    const { was, became } = before.get(id) ?? { was: {}, became: {} };
    return fieldsOf(
      was,
      namesOf(was).filter((name) => jsonEqual(info[name], became[name])),
    );
  };
  tellDone({
    icon: 'check',
    text,
    before,
    takeBack: async () => {
      await filing;
      await runAll([...before.keys()], takeBack);
    },
  });
  await filing;
}

const namesOf = (fields: Fields) => Object.keys(fields) as (keyof PersonaMeta)[];
const fieldsOf = (from: Fields, names: readonly (keyof PersonaMeta)[]): Fields =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

/** Changes personas one after the other, and notes what each was and became. */
async function runAll(
  ids: readonly PersonaId[],
  change: (info: PersonaInfo, id: PersonaId) => Fields,
  notes?: Map<PersonaId, Filed>,
): Promise<void> {
  for (const id of ids) {
    const opened = await workspace().openDoc<PersonaDoc>(id);
    if (!opened.ok) return showError(opened.error);
    const session = opened.value;
    const was = session.store.getState().doc.info;
    const fields = change(was, id);
    session.run(setMeta, { fields });
    const names = namesOf(fields);
    // A document that is only just read takes edits a little later.
    session.whenEditable(() => {
      notes?.set(id, { was: fieldsOf(was, names), became: fieldsOf(session.store.getState().doc.info, names) });
    });
    await session.close();
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

/** Adds tags to every persona and takes others away; says where there is no room for all of them. */
export function tagPersonas(
  ids: readonly PersonaId[],
  added: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const t = currentT();
  const tagged = (tags: readonly string[]): readonly string[] => {
    const kept = tags.filter((tag) => !removed.includes(tag));
    const has = new Set(kept.map(foldValue));
    return [...kept, ...added.filter((tag) => !has.has(foldValue(tag)))];
  };
  const { personas } = workspace().library.getState();
  const full = cardsOf(personas, ids).filter(({ tags }) => tagged(tags).length > MAX_TAGS).length;
  const parts = [
    t('library.done.tagged', { count: ids.length }),
    full > 0 && t('library.done.tagsLeftOut', { count: full, most: MAX_TAGS }),
  ];
  return filePersonas(ids, ({ tags }) => ({ tags: [...tagged(tags)] }), parts.filter(Boolean).join('. '));
}

/** Takes personas off the library; the toast, there at once, brings them back. */
export async function deletePersonas(ids: readonly PersonaId[]): Promise<void> {
  const trashing = workspace().trashPersonas(ids);
  tellDone({
    icon: 'trash',
    text: currentT()('library.done.deleted', { count: ids.length }),
    before: new Map(ids.map((id) => [id, null])),
    takeBack: async (deleted) => {
      await trashing;
      const back = await workspace().restorePersonas([...deleted.keys()]);
      if (!back.ok) showError(back.error);
    },
  });
  const trashed = await trashing;
  if (!trashed.ok) showError(trashed.error);
}

/** Brings personas back from the trash. */
export async function restorePersonas(ids: readonly PersonaId[]): Promise<void> {
  const back = await workspace().restorePersonas(ids);
  if (!back.ok) return showError(back.error);
  tellDone({
    icon: 'check',
    text: currentT()('library.done.restored', { count: ids.length }),
    before: new Map(ids.map((id) => [id, null])),
    takeBack: async (restored) => {
      const trashed = await workspace().trashPersonas([...restored.keys()]);
      if (!trashed.ok) showError(trashed.error);
    },
  });
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
  const name = t('common.copyOf', { title: doc.info.name.trim() || t('persona.unnamed') });
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
  tellDone({
    icon: linked ? 'link' : 'link-break',
    text: currentT()(linked ? 'library.done.linked' : 'library.done.unlinked', { title }),
    before: new Map([[id, null]]),
    // The workshop may have been deleted meanwhile.
    takeBack: async () => (workspace().knows(workshopId) ? change(!linked) : undefined),
  });
}

export const askTags = (ids: readonly PersonaId[]): void => openDialog({ kind: 'persona-tags', ids });

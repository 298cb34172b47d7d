import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type PersonaTemplate, personaTemplateSchema, templateOf } from '@shared/boards/persona/templates';
import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { workspace } from './appStore';
import { showError } from './errors';
import { newId } from './newId';

/** A template that somebody made of a persona on this computer. */
export interface OwnTemplate {
  readonly id: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly template: PersonaTemplate;
}

/** The own templates, oldest first; null until they were read once. */
const ownTemplates = createStore<{ readonly list: readonly OwnTemplate[] | null }>(() => ({ list: null }));

/** Reads them from the database; what cannot be read is left out. */
async function readTemplates(): Promise<readonly OwnTemplate[]> {
  const rows = await workspace()
    .templates.list()
    .catch(() => []);
  const list = rows.flatMap(({ id, madeAt, template }): OwnTemplate[] => {
    const read = personaTemplateSchema.safeParse(template);
    return read.success ? [{ id, madeAt, template: read.data }] : [];
  });
  ownTemplates.setState({ list });
  return list;
}

const NONE: readonly OwnTemplate[] = [];

/** The own templates, read when they are first shown and followed from then on. */
export function useTemplates(): readonly OwnTemplate[] {
  const list = useStore(ownTemplates, (state) => state.list);
  useEffect(() => {
    if (!list) void readTemplates();
  }, [list]);
  return list ?? NONE;
}

async function put(rows: readonly OwnTemplate[]): Promise<boolean> {
  const done = await workspace().templates.put(rows);
  if (!done) showError({ code: 'storage-write-failed', detail: 'templates' });
  await readTemplates();
  return done;
}

/** Keeps the page of a persona as a template: its blocks in order, what is shown, its own fields and questions; nothing of what it says. */
export async function saveTemplate(id: PersonaId, name: string): Promise<void> {
  const doc = await workspace().peek<PersonaDoc>(id);
  if (!doc) return;
  const template = templateOf(doc, name);
  const kept = await put([{ id: newId(), madeAt: Date.now(), template }]);
  if (kept)
    showToast({ icon: 'squares-four', text: currentT()('personaEditor.template.saved', { name: template.name }) });
}

export async function renameTemplate(own: OwnTemplate, name: string): Promise<void> {
  await put([{ ...own, template: { ...own.template, name } }]);
}

/** Deletes one; `keepTemplate` brings it back. */
export async function deleteTemplate(own: OwnTemplate): Promise<boolean> {
  const done = await workspace().templates.remove(own.id);
  if (!done) showError({ code: 'storage-write-failed', detail: 'templates' });
  await readTemplates();
  return done;
}

export async function keepTemplate(own: OwnTemplate): Promise<void> {
  await put([own]);
}

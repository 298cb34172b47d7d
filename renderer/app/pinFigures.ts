import type { EntryId, EvidenceId, PersonaId } from '@shared/base/ids';
import {
  type PinField,
  type PinnedFigure,
  pinFigures,
  pinnedTrace,
  unpinFigures,
} from '@shared/boards/persona/commands/figures';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { factText, figureEntry } from '@shared/boards/persona/pinnedWords';
import { blockTitle, factLabel } from '@shared/boards/persona/words';
import { factDate, factTitle, type PinnedFact } from '@shared/table/pinnedFact';
import type { Words } from '@shared/table/words';
import type { Session } from '@/session/session';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, workspace } from './appStore';
import { showError } from './errors';
import { newId } from './newId';
import { boardEdited } from './undo';

/** The name of a field, as its persona calls it. */
export function pinFieldName(doc: PersonaDoc, field: PinField, { t }: Pick<Words, 't'>): string {
  if (field.kind === 'fact') return factLabel(doc, field.id, { t });
  const block = doc.blocks[field.id];
  return block ? blockTitle(block, { t }) : '';
}

function figureOf(doc: PersonaDoc, field: PinField, fact: PinnedFact, words: Words): PinnedFigure {
  return {
    evidence: newId<EvidenceId>(),
    entry: newId<EntryId>(),
    source: { title: factTitle(fact, words), date: factDate(fact, words), sample: fact.n, note: fact.text },
    value: factText(fact),
    says: field.kind === 'block' ? figureEntry(doc, field.id, fact, words) : {},
  };
}

/** Runs with a persona of the library, whether it is open or not, once it can be edited. */
async function withPersona<T>(id: PersonaId, act: (session: Session<PersonaDoc>) => T): Promise<T | null> {
  const opened = await workspace().openDoc<PersonaDoc>(id);
  if (!opened.ok) {
    showError(opened.error);
    return null;
  }
  const session = opened.value;
  const done = await new Promise<T>((resolve) => session.whenEditable(() => resolve(act(session))));
  // Its page is behind this screen: the latest thing that was edited is there.
  if (appStore.getState().boardId === id) boardEdited();
  void session.close();
  return done;
}

/** Pins facts of a file to a field of a persona as one step of undo; the toast takes it back. True when they are there now. */
export async function pinToPersona(
  id: PersonaId,
  field: PinField,
  facts: readonly PinnedFact[],
  words: Words,
): Promise<boolean> {
  const change = await withPersona(id, (session) => {
    const before = session.store.getState().doc;
    session.run(pinFigures, { field, figures: facts.map((fact) => figureOf(before, field, fact, words)) });
    return { before, after: session.store.getState().doc };
  });
  if (!change) return false;
  const { before, after } = change;
  const t = currentT();
  const place = { persona: after.info.name.trim() || t('persona.unnamed'), field: pinFieldName(after, field, words) };
  if (before === after) {
    showToast({ text: t('tables.pin.already', place), icon: 'push-pin' });
    return true;
  }
  const trace = pinnedTrace(before, after, field);
  const takeBack = () =>
    void withPersona(id, (session) => {
      // As long as nothing else was done there, it is the step that undo takes back.
      if (session.store.getState().doc === after) session.undo();
      else session.run(unpinFigures, trace);
    });
  showToast({
    icon: 'push-pin',
    text: [t('tables.pin.done', { count: facts.length, ...place }), consequence(before, after, field)]
      .filter((part) => part !== '')
      .join(' '),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: takeBack },
  });
  return true;
}

/** What the fact says from now on; empty for a block, whose new entries say it themselves. */
function consequence(before: PersonaDoc, after: PersonaDoc, field: PinField): string {
  if (field.kind === 'block') return '';
  const [was, is] = [before.info[field.id].trim(), after.info[field.id].trim()];
  return currentT()(was === '' ? 'tables.pin.filled' : 'tables.pin.kept', { text: is });
}

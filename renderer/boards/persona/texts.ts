import type { BlockId, EntryId, EvidenceId } from '@shared/base/ids';
import { blockIcon } from '@shared/boards/persona/blocks';
import { setBlockFields, setFact } from '@shared/boards/persona/commands/blocks';
import { setEntryFields, setEntryText } from '@shared/boards/persona/commands/entries';
import { setEvidenceFields } from '@shared/boards/persona/commands/evidence';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { blocksInOrder, entriesOf, evidenceInOrder, shownFacts, slotOf } from '@shared/boards/persona/order';
import { numberText } from '@shared/boards/persona/words';
import type { Lang } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import type { RunOptions, Session } from '@/session/session';
import { parseNumber } from '@/ui/numberText';
import type { BoardText } from '../boardFace';
import { blockById, entryOf, evidenceById, factOf } from './entities';

/** The stored text that a target is edited through; null for what has none. */
export function textOf(doc: PersonaDoc, target: Target, lang: Lang): string | null {
  const { kind, id } = target;
  const entry = entryOf(doc, target);
  const fact = factOf(target);
  switch (kind) {
    case 'name':
    case 'tagline':
    case 'quote':
      return doc.info[kind];
    case 'fact':
      return fact && doc.info[fact];
    case 'fact-label':
      return fact && slotOf(doc, fact).label;
    case 'block-title':
      return blockById(doc, id)?.title ?? null;
    case 'block-note':
      return blockById(doc, id)?.note ?? null;
    case 'entry':
      return entry?.text ?? null;
    case 'entry-opposite':
      return entry?.opposite ?? null;
    case 'entry-unit':
      return entry?.unit ?? null;
    case 'entry-value':
      return entry && (entry.value === null ? '' : numberText(entry.value, lang));
    case 'evidence':
      return evidenceById(doc, id)?.title ?? null;
    default:
      return null;
  }
}

/** Writes the text of a target; a figure that is none leaves the value as it was. */
export function writeText(session: Session<PersonaDoc>, target: Target, text: string, options: RunOptions): void {
  const { kind, id } = target;
  const fact = factOf(target);
  switch (kind) {
    case 'name':
    case 'tagline':
    case 'quote':
      session.run(setPersonaFields, { fields: { [kind]: text } }, options);
      return;
    case 'fact':
      if (fact) session.run(setPersonaFields, { fields: { [fact]: text } }, options);
      return;
    case 'fact-label':
      if (fact) session.run(setFact, { id: fact, fields: { label: text } }, options);
      return;
    case 'block-title':
      session.run(setBlockFields, { id: id as BlockId, fields: { title: text } }, options);
      return;
    case 'block-note':
      session.run(setBlockFields, { id: id as BlockId, fields: { note: text } }, options);
      return;
    case 'entry':
      session.run(setEntryText, { id: id as EntryId, text }, options);
      return;
    case 'entry-opposite':
      session.run(setEntryFields, { id: id as EntryId, fields: { opposite: text } }, options);
      return;
    case 'entry-unit':
      session.run(setEntryFields, { id: id as EntryId, fields: { unit: text } }, options);
      return;
    case 'entry-value': {
      const value = text.trim() === '' ? null : parseNumber(text);
      if (value === null && text.trim() !== '') return;
      session.run(setEntryFields, { id: id as EntryId, fields: { value } }, options);
      return;
    }
    case 'evidence':
      session.run(setEvidenceFields, { id: id as EvidenceId, fields: { title: text } }, options);
      return;
  }
}

/** What a persona says, for the palette and for finding; hidden blocks too. */
export function personaTexts(doc: PersonaDoc): readonly BoardText[] {
  const text = (target: Target, said: string, icon: BoardText['icon']): BoardText => ({
    target,
    text: said,
    icon,
    stage: 0,
  });
  const { info } = doc;
  return [
    text({ kind: 'name', id: 'name' }, info.name, 'user'),
    text({ kind: 'tagline', id: 'tagline' }, info.tagline, 'user'),
    text({ kind: 'quote', id: 'quote' }, info.quote, 'quotes'),
    ...shownFacts(doc).map((id) => text({ kind: 'fact', id }, info[id], 'user')),
    ...blocksInOrder(doc)
      .filter(({ visible }) => visible)
      .flatMap((block) => [
        text({ kind: 'block-title', id: block.id }, block.title, blockIcon(block)),
        ...entriesOf(doc, block.id).map((entry) => text({ kind: 'entry', id: entry.id }, entry.text, blockIcon(block))),
      ]),
    ...evidenceInOrder(doc).map(({ id, title }) => text({ kind: 'evidence', id }, title, 'seal-check')),
  ];
}

import type { DocId } from '@shared/base/ids';
import { journeyMapType } from '@shared/boards/journey-map/model';
import { defineCommand } from '@shared/document/command';
import { createYDoc, encodeState, loadYDoc, snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc, DocType } from '@shared/model/document';
import { describe, expect, it } from 'vitest';
import type { Doc as YDoc } from 'yjs';
import { smallJourney } from '../../tests/support/journeyCommands';
import { createOpenDocument } from './openDocument';

const type = journeyMapType as unknown as DocType<AnyDoc>;
const titled = (title: string): YDoc => {
  const journey = smallJourney();
  return createYDoc(journeyMapType, { ...journey, info: { ...journey.info, title } });
};
const docOf = (ydoc: YDoc): AnyDoc => snapshotOf(ydoc, type);
const setTitle = defineCommand<AnyDoc, string>('test.title', (draft, title) => {
  (draft.info as { title: string }).title = title;
});

function open(painted: AnyDoc) {
  const updates: Uint8Array[] = [];
  const opened = createOpenDocument('doc' as DocId, type, painted, {
    now: () => 0,
    onUpdate: (_id, update) => updates.push(update),
    onRefusal: (command, detail) => {
      throw new Error(`${command}: ${detail}`);
    },
  });
  const title = () => (opened.store.getState().doc.info as { title: string }).title;
  return { opened, updates, title };
}

describe('a document that is painted before it can be edited', () => {
  it('makes the edits that waited, and shows the very picture when it says the same', () => {
    const ydoc = titled('un');
    const { opened, updates, title } = open(docOf(ydoc));
    const painted = opened.store.getState().doc;
    opened.run(setTitle, 'deux');
    expect([title(), opened.store.getState().editable]).toEqual(['un', false]);
    const same = snapshotOf(ydoc, type, painted);
    expect(same).toBe(painted);
    opened.loaded(ydoc, same);
    expect([title(), opened.store.getState().editable, updates.length]).toEqual(['deux', true, 1]);
  });

  it('lets what needs to see its own edit wait in its turn', () => {
    const ydoc = titled('un');
    const { opened, title } = open(docOf(ydoc));
    const seen: string[] = [];
    opened.run(setTitle, 'deux');
    opened.whenEditable(() => seen.push(title()));
    opened.run(setTitle, 'trois');
    expect(seen).toEqual([]);
    opened.loaded(ydoc, docOf(ydoc));
    expect([...seen, title()]).toEqual(['deux', 'trois']);
    opened.whenEditable(() => seen.push(title()));
    expect(seen).toEqual(['deux', 'trois']);
  });

  it('does not lose what was stored while it was being loaded', () => {
    const ydoc = titled('un');
    const copy = loadYDoc([encodeState(ydoc)]);
    const { opened, updates, title } = open(docOf(ydoc));
    copy.getMap('info').set('title', 'ailleurs');
    opened.absorb(encodeState(copy));
    opened.loaded(ydoc, docOf(ydoc));
    expect(title()).toBe('ailleurs');
    expect(updates).toEqual([]);
  });

  it('stays what it was replaced by while it was being loaded', () => {
    const old = titled('ancien');
    const { opened, title } = open(docOf(old));
    opened.suspend();
    opened.resume(titled('nouveau'));
    opened.loaded(old, docOf(old));
    expect(title()).toBe('nouveau');
  });

  it('goes on with what was loaded when nothing replaced it', () => {
    const ydoc = titled('un');
    const { opened, title } = open(docOf(ydoc));
    opened.suspend();
    opened.loaded(ydoc, docOf(ydoc));
    opened.run(setTitle, 'deux');
    expect(opened.store.getState().editable).toBe(false);
    opened.resume(null);
    expect([title(), opened.store.getState().editable]).toEqual(['deux', true]);
    opened.suspend();
    opened.run(setTitle, 'trois');
    expect(title()).toBe('deux');
    opened.resume(null);
    expect(title()).toBe('trois');
  });
});

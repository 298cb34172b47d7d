import type { PersonaId } from '@shared/base/ids';
import { beforeEach, expect, it, vi } from 'vitest';
import { notices } from '@/ui/notices';
import { appStore } from '../appStore';
import { offersUndo, undo, undoLabels } from '../undo';
import { forgetSteps, tellDone } from './steps';

const A = 'a' as PersonaId;
const B = 'b' as PersonaId;

let takenBack: string[] = [];

function done(text: string, ids: readonly PersonaId[]): void {
  const takeBack = async (before: ReadonlyMap<PersonaId, string>) => {
    takenBack.push(`${text}: ${[...before.values()].join()}`);
  };
  tellDone({ icon: 'check', text, before: new Map(ids.map((id) => [id, `was ${id}`])), takeBack });
}

beforeEach(() => {
  appStore.setState({ screen: 'home', section: 'library' });
  forgetSteps([A, B]);
  notices.setState({ toast: null });
  takenBack = [];
});

it('takes back one thing after the other, the last fifty of them', async () => {
  for (let at = 1; at <= 52; at += 1) done(`${at}`, [A]);
  for (let at = 0; at < 60; at += 1) undo();
  await vi.waitFor(() => expect(takenBack).toHaveLength(50));
  expect(takenBack[0]).toBe('52: was a');
  expect(takenBack.at(-1)).toBe('3: was a');
});

it('leaves other screens alone once the toast is gone', () => {
  done('filed', [A]);
  notices.setState({ toast: null });
  appStore.setState({ section: 'workshops' });
  expect(undoLabels().undo).toBe('');
  appStore.setState({ section: 'library' });
  expect(undoLabels().undo).toBe('filed');
});

it('keeps nothing of a persona that is erased, and skips what was done to it alone', async () => {
  done('both', [A, B]);
  done('only b', [B]);
  forgetSteps([B]);
  // The toast of what cannot be taken back any more is still up.
  expect(offersUndo()).toBe(true);
  undo();
  undo();
  await vi.waitFor(() => expect(takenBack).toEqual(['both: was a']));
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { beforeNextInput } from './nextInput';

const field = (): HTMLInputElement => document.body.appendChild(document.createElement('input'));
const press = (target: EventTarget, key: string): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const heardBy = (target: EventTarget): string[] => {
  const keys: string[] = [];
  target.addEventListener('keydown', (event) => keys.push((event as KeyboardEvent).key));
  return keys;
};

afterEach(() => {
  document.body.replaceChildren();
});

describe('what is done before the next input', () => {
  it('is done in the next turn, once', async () => {
    const act = vi.fn();
    beforeNextInput(act);
    expect(act).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(act).toHaveBeenCalledTimes(1));
    press(document.body, 'a');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('is done before a press that comes earlier', () => {
    const done: string[] = [];
    document.body.addEventListener('pointerdown', () => done.push('press'), { once: true });
    beforeNextInput(() => done.push('act'));
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(done).toEqual(['act', 'press']);
  });

  it('is done before a key, which goes where the focus is then, and nowhere else', () => {
    const [before, after] = [field(), field()];
    const [heardBefore, heardAfter] = [heardBy(before), heardBy(after)];
    before.focus();
    beforeNextInput(() => after.focus());
    press(before, 'n');
    expect(heardBefore).toEqual([]);
    expect(heardAfter).toEqual(['n']);
  });

  it('leaves a key where it is when the focus has not moved', () => {
    const here = field();
    const heard = heardBy(here);
    here.focus();
    beforeNextInput(() => undefined);
    press(here, 'n');
    expect(heard).toEqual(['n']);
  });

  it('says that a key was used when it was used where it went', () => {
    const [before, after] = [field(), field()];
    after.addEventListener('keydown', (event) => event.preventDefault());
    before.focus();
    beforeNextInput(() => after.focus());
    expect(press(before, 'Enter')).toBe(false);
  });
});

import type { Target } from '@shared/scene/primitives';

export const sameTarget = (a: Target, b: Target): boolean => a.kind === b.kind && a.id === b.id;
export const hasTarget = (list: readonly Target[], target: Target): boolean =>
  list.some((one) => sameTarget(one, target));

/** The selection with a target added, or taken out when it was in. */
export const toggled = (list: readonly Target[], target: Target): readonly Target[] =>
  hasTarget(list, target) ? list.filter((one) => !sameTarget(one, target)) : [...list, target];

/** The target a key stands for. */
export function targetOfKey(key: string): Target {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}

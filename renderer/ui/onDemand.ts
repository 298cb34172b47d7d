import { type ComponentType, createElement, type FunctionComponent, type ReactNode, useEffect, useState } from 'react';

/** A component whose code is fetched when it is first shown, or ahead of that by `preload`. */
export type OnDemand<Props> = FunctionComponent<Props> & { readonly preload: () => Promise<void> };

/**
 * Makes a component of a chunk of its own. Unlike React's `lazy` it shows `waiting`, then the component as soon as its code
 * is there: React holds back for up to 300 ms whatever has suspended before.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: () => ReactNode = () => null,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    loading ??= load().then((component) => {
      loaded = component;
    });
    return loading;
  };

  const Shown = (props: Props) => {
    const [outcome, setOutcome] = useState<{ readonly error?: unknown } | null>(loaded && {});
    useEffect(() => {
      if (outcome) return;
      let gone = false;
      preload().then(
        () => gone || setOutcome({}),
        (error: unknown) => gone || setOutcome({ error }),
      );
      return () => {
        gone = true;
      };
    }, [outcome]);
    // Into the nearest error boundary, as a chunk that cannot be read is a broken installation.
    if (outcome && 'error' in outcome) throw outcome.error;
    return loaded ? createElement(loaded, props) : createElement(Waiting);
  };
  const Waiting = () => waiting();
  return Object.assign(Shown, { preload });
}

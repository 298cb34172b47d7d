/** Calls back when the device pixel ratio changes (another screen, another page zoom); returns the way to stop. */
export function watchRatio(changed: () => void): () => void {
  let stop = (): void => undefined;
  const watch = (): void => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const listener = () => {
      stop();
      watch();
      changed();
    };
    query.addEventListener('change', listener);
    stop = () => query.removeEventListener('change', listener);
  };
  watch();
  return () => stop();
}

/** Leaves the field that is being written in, which commits it: before its screen goes away or the app closes. */
export function commitField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

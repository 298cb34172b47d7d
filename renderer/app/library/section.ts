import { appStore } from '../appStore';

/** Shows the library, or the workshops, at home. */
export const showSection = (section: 'workshops' | 'library'): void => appStore.setState({ section });

/** The library's elements stay while the workshops are shown: `leaves` when they are hidden, `comes` when they are seen again. Returns the way to stop. */
export const followLibrary = ({ comes, leaves }: { readonly comes: () => void; readonly leaves: () => void }) =>
  appStore.subscribe((now, before) => {
    if (now.section === before.section) return;
    if (now.section === 'library') comes();
    else leaves();
  });

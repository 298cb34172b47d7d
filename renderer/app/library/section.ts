import { appStore } from '../appStore';

/** Shows the library, or the workshops, at home. */
export const showSection = (section: 'workshops' | 'library'): void => appStore.setState({ section });

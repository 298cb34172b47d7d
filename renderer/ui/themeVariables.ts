import { type ThemeName, themeOf } from '@shared/model/theme';

/** Colours of the frame around the paper, which no poster draws. */
const CHROME: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
  light: {
    rail: '#17337F',
    'rail-line': 'transparent',
    'rail-rule': 'rgba(255,255,255,.28)',
    tab: '#C3CEC8',
    'tab-ink': '#2B3549',
    'tab-ring': 'transparent',
    'bar-line': '#141D33',
    'timer-fill': '#141D33',
    'timer-ink': '#FCFBF7',
    'timer-key': '#FFD95A',
    'timer-key-ink': '#141D33',
    'gold-soft': '#FFF3C4',
    'gold-line': '#E5B800',
    'gold-mid': '#FFE9A6',
    'hard-shadow': 'rgba(20,29,51,.22)',
    'card-shadow': 'rgba(20,29,51,.2)',
    veil: 'rgba(11,16,32,.42)',
    toast: '#141D33',
    'toast-ink': '#FCFBF7',
  },
  projectorDark: {
    rail: '#16213F',
    'rail-line': '#33415F',
    'rail-rule': 'rgba(255,255,255,.2)',
    tab: '#1F2A47',
    'tab-ink': '#CBD3E4',
    'tab-ring': '#33415F',
    'bar-line': '#7283A8',
    'timer-fill': '#243055',
    'timer-ink': '#FBF9F1',
    'timer-key': '#FFD95A',
    'timer-key-ink': '#141D33',
    'gold-soft': '#3A3417',
    'gold-line': '#FFD95A',
    'gold-mid': '#3A3417',
    'hard-shadow': 'rgba(0,0,0,.55)',
    'card-shadow': 'rgba(0,0,0,.5)',
    veil: 'rgba(0,0,0,.6)',
    toast: '#FBF9F1',
    'toast-ink': '#0B1020',
  },
};

const dashed = (name: string) => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

/** CSS custom properties of a theme: `--paper`, `--ink-2`, `--blue-deep`, `--note-corail`, `--emotion--2`, `--rail`... */
export function themeVariables(name: ThemeName): Record<string, string> {
  const theme = themeOf(name);
  const vars: Record<string, string> = {};
  for (const [name, color] of Object.entries(theme.color)) vars[`--${dashed(name)}`] = color;
  for (const [name, note] of Object.entries(theme.note)) {
    vars[`--note-${name}`] = note.fill;
    vars[`--note-${name}-band`] = note.band;
  }
  for (const [level, face] of Object.entries(theme.emotion)) vars[`--emotion-${level}`] = face.fill;
  vars['--stage-fill'] = theme.stage.fill;
  for (const [part, color] of Object.entries(CHROME[name])) vars[`--${part}`] = color;
  return vars;
}

/** Puts a theme on the page; the same custom properties serve every component. */
export function applyTheme(name: ThemeName, root: HTMLElement = document.documentElement): void {
  for (const [property, value] of Object.entries(themeVariables(name))) root.style.setProperty(property, value);
  root.dataset.theme = name;
  root.style.colorScheme = name === 'light' ? 'light' : 'dark';
}

import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import type { FontSpec } from '../scene/primitives';
import { splitAtEmoji } from './emoji';
import { splitAtSymbols } from './symbols';

const TEXT: FontSpec = { family: 'Atkinson Hyperlegible Next', size: 1, weight: 400 };
const TITLE: FontSpec = { family: 'Besley', size: 1, weight: 800 };
const TYPED = '‐‑→←↑↓↔⇒⇔↗↘↩≤≥≠≈∞√∑✓✗✘★☆●○◆◇▲△▼■□▪☐☒Ω♪➜‡″';

describe('splitAtSymbols', () => {
  it('leaves French, English and emoji alone', () => {
    expect(splitAtSymbols('« Œuvre » — à 12\u202F500 € ; l’été… −3 × 2 • ©')).toBeNull();
    expect(splitAtSymbols('😀 ❤️ ✔ ☎')).toBeNull();
  });

  it('knows the signs people type, and takes none of them for an emoji', () => {
    expect(splitAtSymbols(TYPED)?.symbols.join('')).toBe(TYPED);
    expect(splitAtEmoji(TYPED)).toBeNull();
    expect(splitAtSymbols('a → b ≥ c')).toMatchObject({ runs: ['a ', ' b ', ' c'], symbols: ['→', '≥'] });
  });

  it.each([...TYPED])('knows the advance of %s behind every font', (sign) => {
    const advance = splitAtSymbols(sign)?.advance ?? 0;
    expect(fontkitMeasurer.width(sign, TEXT)).toBeCloseTo(advance, 3);
    expect(fontkitMeasurer.width(sign, TITLE)).toBeCloseTo(advance, 3);
  });
});

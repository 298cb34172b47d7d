import { isRefused } from '@shared/poster/posterSetup';
import type { Tiling } from '@shared/poster/tiling';
import { type SheetChoice, sheetSize } from '@shared/scene/sheet';
import { sheetText } from '@shared/scene/sheetText';
import type { ReactNode } from 'react';
import { decimalText } from '@/export/decimalText';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './Checks.module.css';
import { changeSetup } from './exportSettings';
import { isSlide } from './pointsToSee';
import { type Help, useHelp } from './useHelp';
import type { LaidOutPoster } from './usePosters';

export interface ChecksProps {
  readonly poster: LaidOutPoster | null;
  /** False where letters leave as shapes. */
  readonly hasFonts: boolean;
}

/** What went well first, then one warning per cause with the gesture that mends it. Text that is too small is not exported until somebody insists. */
export function Checks({ poster, hasFonts }: ChecksProps) {
  const t = useT();
  return (
    <section className={styles.checks} aria-labelledby="checks-title">
      <h2 id="checks-title">{t('exporting.check.title')}</h2>
      {poster ? (
        <Findings poster={poster} hasFonts={hasFonts} />
      ) : (
        <p className={styles.nothing}>{t('exporting.check.nothing')}</p>
      )}
    </section>
  );
}

function Findings({ poster: { laidOut, setup }, hasFonts }: ChecksProps & { readonly poster: LaidOutPoster }) {
  const t = useT();
  const lang = useLang();
  const { check, scenes } = laidOut;
  const isOnPaper = !isSlide({ setup });
  const pt = decimalText(check.smallestPt, lang);
  const metres = decimalText(check.readingMetres, lang);
  return (
    <>
      <ul className={styles.good}>
        {isOnPaper && !check.isTooSmall && (
          <Good>
            {check.readingMetres >= 0.5
              ? t('exporting.check.text', { pt, metres })
              : t('exporting.check.textNear', { pt })}
          </Good>
        )}
        {setup.bleedMm > 0 && check.nearestMm !== null && (
          <Good>
            {t('exporting.check.cut', { mm: decimalText(Math.floor(check.nearestMm * 10 + 0.1) / 10, lang) })}
          </Good>
        )}
        {laidOut.tiling && <Good>{t('exporting.check.tiles', tilesOf(laidOut.tiling))}</Good>}
        {scenes.length > 1 && <Good>{t('exporting.check.parted', { count: scenes.length })}</Good>}
        {check.outside.length === 0 && <Good>{t('exporting.check.fits')}</Good>}
        {isOnPaper && hasFonts && check.uncovered.length === 0 && <Good>{t('exporting.check.fonts')}</Good>}
      </ul>
      <ul className={styles.bad}>
        {isOnPaper && check.isTooSmall && <TooSmall laidOut={laidOut} setup={setup} />}
        {check.outside.length > 0 && <Bad text={t('exporting.check.outside', { texts: check.outside.join(' · ') })} />}
        {isOnPaper && check.uncovered.length > 0 && (
          <Bad text={t('exporting.check.uncovered', { characters: check.uncovered.join(' ') })} />
        )}
        {laidOut.lost > 0 && <Bad text={t('exporting.check.lost', { count: laidOut.lost })} />}
      </ul>
    </>
  );
}

/** Text below the least of its sheet: what would make it larger, and the way to print it all the same. */
function TooSmall({ laidOut, setup }: Pick<LaidOutPoster, 'laidOut' | 'setup'>) {
  const t = useT();
  const lang = useLang();
  const { check, canSplit } = laidOut;
  const help = useHelp({ laidOut, setup });
  const figures = {
    pt: decimalText(check.smallestPt, lang),
    metres: decimalText(check.readingMetres, lang),
    least: decimalText(check.leastPt, lang),
    sheet: check.sheet,
  };
  const said =
    check.readingMetres >= 0.5 ? t('exporting.check.tooSmall', figures) : t('exporting.check.tooSmallNear', figures);
  const what = t(isRefused(check, setup) ? 'exporting.check.refused' : 'exporting.check.insisted');
  return (
    <Bad text={`${said} ${what}`}>
      <div className={styles.offers} data-asking={help === null || undefined}>
        {help && <Offers {...help} />}
      </div>
      {canSplit && setup.split !== 'fit' && (
        <Button size="small" onClick={() => changeSetup({ split: 'fit' })}>
          {t('exporting.check.split')}
        </Button>
      )}
      {setup.split !== 'none' && (
        <Button size="small" onClick={() => changeSetup({ small: !setup.small })}>
          {t(setup.small ? 'exporting.check.keepLeast' : 'exporting.check.insist')}
        </Button>
      )}
    </Bad>
  );
}

function Offers({ better, twoSheetsPt }: Help) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      {better && (
        <Button size="small" onClick={() => changeSetup({ sheet: better })}>
          {better.kind === 'roll'
            ? t('exporting.check.takeRoll', { width: better.widthMm })
            : t('exporting.check.takeSheet', { name: nameOf(better) })}
        </Button>
      )}
      {twoSheetsPt !== null && (
        <Button size="small" onClick={() => changeSetup({ split: 'two' })}>
          {t('exporting.check.splitTwo', { pt: decimalText(twoSheetsPt, lang) })}
        </Button>
      )}
    </>
  );
}

/** `A2`, `60 × 80 cm`. */
const nameOf = (choice: SheetChoice): string =>
  choice.kind === 'named' ? sheetSize(choice.name, 'landscape').name : sheetText(choice);

const tilesOf = ({ tile, tiles }: Tiling) => ({ count: tiles.length, tile: tile.name });

function Good({ children }: { readonly children: ReactNode }) {
  return (
    <li>
      <Icon name="check-circle" size={17} />
      <span>{children}</span>
    </li>
  );
}

function Bad({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <li>
      <p>
        <Icon name="warning" size={18} />
        <span>{text}</span>
      </p>
      {children}
    </li>
  );
}

import type { Shown } from '@shared/analysis/differenceSigns';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { differenceKey, differenceWords, pieceName, pieceWords, stageTitle } from '@shared/exchange/differenceWords';
import type { AnyDoc } from '@shared/model/document';
import { useEffect, useRef } from 'react';
import { appStore } from '@/app/appStore';
import { showComparison } from '@/app/navigate';
import type { BoardController } from '@/editor/boardController';
import { useDoc, useUi } from '@/editor/useController';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './ComparisonBar.module.css';
import { otherBoard } from './comparedWith';
import { lookAtComparison } from './comparisonLooked';
import { besideCurrent, type DifferenceLayer } from './differenceLayer';
import { goToDifference, type JourneyController, layerOn, leaveDifferences, lookAt } from './layerMoves';
import { markAt } from './paintDifferences';
import { SideName } from './SideName';
import { SignFilter } from './SignFilter';
import { showOnOther } from './showDifferences';

/** Over the board while differences lie on it: what is compared with what, the signs, the next and the previous one, the way out. */
export function ComparisonBar({ controller }: { readonly controller: BoardController<AnyDoc> }) {
  // Differences are laid over journeys alone.
  const journey = controller as unknown as JourneyController;
  const layer = useUi(journey, () => layerOn(journey));
  return layer && <Bar controller={journey} layer={layer} />;
}

interface BarProps {
  readonly controller: JourneyController;
  readonly layer: DifferenceLayer;
}

function Bar({ controller, layer }: BarProps) {
  const t = useT();
  const bar = useRef<HTMLElement>(null);
  const doc: JourneyMapDoc = useDoc(controller.session);
  const lang = useLang();
  const { state } = layer;
  const show = (shown: Shown) => {
    lookAtComparison(state.chosen.boardId, { shown });
    lookAt(controller, { ...state, shown });
  };
  const found = layer.foundIn(doc);
  useSigns(controller);
  useKeys(controller, bar);
  const count = found?.left.length ?? 0;
  const at = found?.left.findIndex(({ difference }) => differenceKey(difference) === state.current) ?? -1;
  // What it was compared with is gone: nothing is left to look at.
  useEffect(() => {
    if (!found) leaveDifferences(controller);
  }, [found, controller]);
  if (!found) return null;
  return (
    <section ref={bar} className={styles.bar} aria-label={t('opinions.compare.bar')} data-testid="comparison-bar">
      <div className={styles.line}>
        <Icon name="not-equals" size={18} />
        <span className={styles.sides}>
          <SideName letter="A">{found.compared.a.name}</SideName>
          <Icon name="arrow-right" size={14} />
          <SideName letter="B">{found.compared.b.name}</SideName>
        </span>
        <span className={styles.number}>
          {at < 0 ? t('opinions.compare.count', { count }) : t('opinions.compare.at', { number: at + 1, count })}
        </span>
        <IconButton
          icon="arrow-up"
          label={t('opinions.compare.previous')}
          shortcut="Shift+F7"
          disabled={count === 0}
          onClick={() => step(controller, -1)}
        />
        <IconButton
          icon="arrow-down"
          label={t('opinions.compare.next')}
          shortcut="F7"
          disabled={count === 0}
          onClick={() => step(controller, 1)}
        />
        {otherBoard(state.chosen) && (
          <Button size="small" icon="map-trifold" onClick={() => void showOnOther(controller)}>
            {t('opinions.compare.other')}
          </Button>
        )}
        <Button size="small" icon="list-bullets" onClick={showComparison}>
          {t('opinions.compare.list')}
        </Button>
        <IconButton
          icon="x"
          label={t('opinions.compare.leave')}
          shortcut="Escape"
          onClick={() => leaveDifferences(controller)}
        />
      </div>
      <div className={styles.line}>
        <SignFilter all={found.all} shown={state.shown} onChange={show} />
        {state.shown.stage !== null && (
          <Button
            size="small"
            icon="x"
            tip={t('opinions.compare.allStages')}
            onClick={() => show({ ...state.shown, stage: null })}
          >
            {`${t('opinions.compare.stage')}${lang === 'fr' ? '\u00A0: ' : ': '}${stageTitle(found.found.stages[state.shown.stage], state.shown.stage, t)}`}
          </Button>
        )}
        <Current layer={layer} doc={doc} />
      </div>
    </section>
  );
}

/** The difference that is looked at, in words; what both sides say of it is on the board, and said here for those who hear it. */
function Current({ layer, doc }: { readonly layer: DifferenceLayer; readonly doc: JourneyMapDoc }) {
  const t = useT();
  const lang = useLang();
  const found = layer.foundIn(doc);
  const one = found?.left.find(({ difference }) => differenceKey(difference) === layer.state.current);
  const piece = one && (one.difference.b ?? one.difference.a);
  const stage = one && found?.found.stages[one.row];
  const sides = one
    ? (['a', 'b'] as const).flatMap((side) => {
        const said = one.difference[side];
        return said ? [`${found?.compared[side].name}, ${pieceWords(said, t, lang)}`] : [];
      })
    : [];
  return (
    <p className={styles.current} role="status">
      {one && piece && (
        <>
          {[(stage?.b ?? stage?.a)?.title, pieceName(piece, t), differenceWords(one.difference, one.sign, t, lang)]
            .filter(Boolean)
            .join(' · ')}
          <span className="visually-hidden">{`. ${sides.join('. ')}`}</span>
        </>
      )}
    </p>
  );
}

/** To the next difference that is shown, or the one before. */
function step(controller: JourneyController, by: 1 | -1): void {
  const layer = layerOn(controller);
  const found = layer?.foundIn(controller.session.store.getState().doc);
  const next = layer && found ? besideCurrent(found, layer.state.current, by) : null;
  if (next) goToDifference(controller, differenceKey(next.difference));
}

/** A press on a sign looks at its difference; a place with several ghosts goes on to the next of them. */
function useSigns(controller: JourneyController): void {
  useEffect(() => {
    const { surface } = controller;
    const onPress = (event: PointerEvent) => {
      const layer = layerOn(controller);
      const picture = layer?.picture(controller.now());
      if (!layer || !picture || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
      const corner = surface.getBoundingClientRect();
      const at = { x: event.clientX - corner.left, y: event.clientY - corner.top };
      const mark = markAt(picture.marks, at, controller.camera.get(), controller.viewSize());
      if (!mark) return;
      event.preventDefault();
      event.stopPropagation();
      const before = mark.keys.indexOf(layer.state.current ?? '');
      const key = mark.keys[(before + 1) % mark.keys.length];
      if (key) goToDifference(controller, key);
      controller.focusBoard();
    };
    surface.addEventListener('pointerdown', onPress, { capture: true });
    return () => surface.removeEventListener('pointerdown', onPress, { capture: true });
  }, [controller]);
}

/** F7 goes on, Shift and F7 goes back; Escape on the board or in the bar takes the signs away, once nothing else is chosen. */
function useKeys(controller: JourneyController, bar: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { dialog, projecting } = appStore.getState();
      if (event.defaultPrevented || dialog || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'F7') {
        event.preventDefault();
        step(controller, event.shiftKey ? -1 : 1);
        return;
      }
      const { activeElement } = document;
      const isHere = [controller.surface, bar.current].some((one) => one?.contains(activeElement));
      const { editing, menu } = controller.ui.getState();
      if (event.key !== 'Escape' || projecting || editing || menu || !isHere) return;
      event.preventDefault();
      leaveDifferences(controller);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [controller, bar]);
}

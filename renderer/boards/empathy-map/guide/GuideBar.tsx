import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { AREA_ICONS } from '@shared/boards/empathy-map/zones';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { useDoc } from '@/editor/useController';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { Kbd } from '@/ui/Kbd';
import { clockText, LAST_MS, leftAt, toggled } from '@/ui/timer';
import { useT } from '@/ui/useT';
import styles from './GuideBar.module.css';
import { answer } from './guideKeys';
import { goInGuide, guideStore, leaveGuide, setMinutes, stepAt, stepsFor } from './guideStore';

interface BarProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly projecting: boolean;
}

/** Over the sheet while the guide is on: one question at a time, where one stands among them, the time left for it. */
export function GuideBar(props: BarProps) {
  const on = useStore(guideStore(props.controller.session), (guide) => guide.on);
  return on ? (
    <div className={styles.frame}>
      <Question {...props} />
    </div>
  ) : null;
}

function Question({ controller, projecting }: BarProps) {
  const t = useT();
  const { session } = controller;
  const doc = useDoc(session);
  const wanted = useStore(guideStore(session), (guide) => guide.at);
  const asked = stepAt(doc, wanted);
  if (!asked) return null;
  const { step, at } = asked;
  const total = stepsFor(doc).length;
  const area = t(`empathy.area.${step.area}`);
  const progress = t('empathy.guide.progress', { number: at + 1, total });
  const question = t(step.question);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the board with a name, not a part of a form.
    <section
      role="group"
      className={classNames(styles.bar, projecting && styles.projecting)}
      aria-label={t('empathy.guide.label')}
      data-testid="guide-bar"
      onKeyDown={(event) => {
        if (event.key === 'PageDown' || event.key === 'PageUp')
          goInGuide(controller, event.key === 'PageDown' ? 1 : -1);
        else if (event.key === 'Escape') leaveGuide(controller);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.where}>
        <span className={styles.area}>
          <Icon name={AREA_ICONS[step.area]} size={18} />
          {area}
        </span>
        <span className={styles.progress}>{progress}</span>
        <span className={styles.track} aria-hidden="true">
          <span style={{ width: `${(100 * (at + 1)) / total}%` }} />
        </span>
      </div>
      <p className={styles.question}>{question}</p>
      <span className="visually-hidden" role="status">
        {`${area}. ${question} ${progress}`}
      </span>
      <Clock controller={controller} />
      <div className={styles.acts}>
        <Button variant="primary" icon="plus" onClick={() => void answer(controller)}>
          {t('empathy.guide.answer')}
          <Kbd keys="Enter" plain />
        </Button>
        <IconButton
          icon="caret-left"
          bordered
          label={t('empathy.guide.previous')}
          shortcut="PageUp"
          disabled={at === 0}
          onClick={() => goInGuide(controller, -1)}
        />
        <IconButton
          icon="caret-right"
          bordered
          label={t('empathy.guide.next')}
          shortcut="PageDown"
          disabled={at === total - 1}
          onClick={() => goInGuide(controller, 1)}
        />
        <IconButton
          icon="x"
          label={t('empathy.guide.leave')}
          shortcut="Escape"
          onClick={() => leaveGuide(controller)}
        />
      </div>
    </section>
  );
}

const CHOICES = [null, 1, 2, 3, 5, 10] as const;

/** Time left for the question in large digits: gold in its last minute, in words once it is over. It never blinks. */
function Clock({ controller }: Pick<BarProps, 'controller'>) {
  const t = useT();
  const store = guideStore(controller.session);
  const { minutes, timer } = useStore(store);
  const [now, setNow] = useState(Date.now);
  const running = timer.runningSince !== null;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const beat = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(beat);
  }, [running]);
  const left = leftAt(timer, Math.max(now, timer.runningSince ?? 0));
  const over = left === 0;
  useEffect(() => {
    if (over && running) store.setState({ timer: toggled(store.getState().timer, Date.now()) });
  }, [over, running, store]);
  return (
    <div className={classNames(styles.clock, minutes !== null && left < LAST_MS && styles.last)}>
      {minutes !== null && (
        <>
          <button
            type="button"
            className={classNames(styles.digits, over && styles.over)}
            aria-label={`${t(running ? 'board.timer.pause' : 'board.timer.start')}, ${over ? t('board.timer.over') : clockText(left)}`}
            onClick={() => store.setState({ timer: toggled(timer, Date.now()) })}
          >
            <Icon name={running ? 'pause-fill' : 'play-fill'} size={13} />
            {over ? t('board.timer.over') : clockText(left)}
          </button>
          <span className="visually-hidden" role="status">
            {over ? t('board.timer.over') : ''}
          </span>
        </>
      )}
      <select
        className={styles.minutes}
        aria-label={t('empathy.guide.minutes')}
        value={minutes ?? ''}
        onChange={(event) =>
          setMinutes(controller.session, event.currentTarget.value ? Number(event.currentTarget.value) : null)
        }
      >
        {CHOICES.map((choice) => (
          <option key={choice ?? 0} value={choice ?? ''}>
            {choice === null ? t('empathy.guide.noTimer') : t('empathy.guide.minute', { count: choice })}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { EditBox } from '@shared/scene/primitives';
import type { TextMeasurer } from '@shared/text/measure';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Camera, ViewSize } from './camera';
import { baselineShift } from './domBaseline';
import styles from './TextEditor.module.css';
import { editorPlace } from './textEditorPlace';

/** How an edit ended. */
export type EditEnd = 'enter' | 'next-cell' | 'previous-cell' | 'done' | 'blur';

export interface TextEditorProps {
  /** Accessible name: what is being written. */
  readonly label: string;
  readonly text: string;
  readonly selectAll: boolean;
  readonly lang: string;
  /** The box as it is drawn now; null while it is not (its row is being laid out). */
  readonly box: () => EditBox | null;
  readonly camera: () => Camera;
  readonly view: () => ViewSize;
  readonly measure: TextMeasurer;
  readonly onInput: (text: string) => void;
  readonly onEnd: (text: string, how: EditEnd) => void;
  readonly onCancel: () => void;
  /** Gives the function that puts the editor over its box again; the board calls it after each frame. */
  readonly onPlacer: (place: (() => void) | null) => void;
}

/** Where each text field stands: it is asked for after every frame, and finding its height makes the browser lay it out. */
const standing = new WeakMap<HTMLTextAreaElement, string>();

function moveOver(area: HTMLTextAreaElement, props: TextEditorProps): void {
  const box = props.box();
  if (!box) return;
  const place = editorPlace(box, props.camera(), props.view(), props.measure);
  const key = [...Object.values(place), box.background, area.value].join(' ');
  if (standing.get(area) === key) return;
  standing.set(area, key);
  const { style } = area;
  style.font = place.font;
  style.lineHeight = `${place.lineHeight}px`;
  style.letterSpacing = `${place.letterSpacing}px`;
  style.textAlign = place.textAlign;
  style.textIndent = `${place.textIndent}px`;
  style.color = place.color;
  style.background = box.background ?? 'transparent';
  style.caretColor = place.color;
  style.width = `${place.width}px`;
  style.height = '0';
  style.height = `${Math.max(place.minHeight, area.scrollHeight)}px`;
  const top = place.top + baselineShift(box.font, box.lineHeight) * place.scale;
  style.transform = `translate(${place.left}px, ${top}px) scale(${place.scale})`;
}

/** A textarea exactly over the drawn text, in its font, at any zoom. Its text belongs to the browser until it is given back. */
export function TextEditor(props: TextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const { text, selectAll, onPlacer } = latest.current;
    element.value = text;
    moveOver(element, latest.current);
    element.focus({ preventScroll: true });
    if (selectAll) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
    onPlacer(() => moveOver(element, latest.current));
    // A menu that is only just closing may have kept the focus to itself.
    const late = requestAnimationFrame(() => {
      if (!ended.current && document.activeElement !== element) element.focus({ preventScroll: true });
    });
    return () => {
      cancelAnimationFrame(late);
      onPlacer(null);
    };
  }, []);

  const end = (how: EditEnd) => {
    if (ended.current) return;
    ended.current = true;
    props.onEnd(area.current?.value ?? '', how);
  };
  const cancel = () => {
    if (ended.current) return;
    ended.current = true;
    props.onCancel();
  };
  const input = (event: FormEvent<HTMLTextAreaElement>) => {
    moveOver(event.currentTarget, props);
    // Letters still being composed are not text yet; `compositionend` gives them.
    if ((event.nativeEvent as InputEvent).isComposing) return;
    props.onInput(event.currentTarget.value);
  };
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end('done');
    else if (event.key === 'Enter' && !event.shiftKey) end('enter');
    else if (event.key === 'Tab') end(event.shiftKey ? 'previous-cell' : 'next-cell');
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={area}
      className={styles.editor}
      aria-label={props.label}
      lang={props.lang}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      data-testid="text-editor"
      onInput={input}
      onCompositionEnd={(event) => props.onInput(event.currentTarget.value)}
      onKeyDown={keyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => end('blur')}
    />
  );
}

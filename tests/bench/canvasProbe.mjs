/** What runs inside the page while the canvas is measured, and the input that is sent to it. */

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs inside the page: notes every frame, which view it showed, and how late each input was painted. */
export function installProbe() {
  let running = false;
  let frames = [];
  let views = [];
  let latencies = [];
  let pending = [];
  const endOfFrame = new MessageChannel();
  endOfFrame.port1.onmessage = ({ data }) => {
    const now = performance.now();
    for (const at of data) latencies.push(now - at);
  };
  const tick = (time) => {
    if (!running) return;
    frames.push(time);
    const { zoom, cx, cy } = window.__bench.view();
    views.push(`${zoom} ${cx} ${cy}`);
    if (pending.length > 0) endOfFrame.port2.postMessage(pending);
    pending = [];
    requestAnimationFrame(tick);
  };
  for (const type of ['pointermove', 'wheel'])
    window.addEventListener(type, (event) => running && pending.push(event.timeStamp), {
      capture: true,
      passive: true,
    });
  window.__probe = {
    start: () => {
      running = true;
      frames = [];
      views = [];
      latencies = [];
      pending = [];
      requestAnimationFrame(tick);
    },
    stop: () => {
      running = false;
      const intervals = frames.slice(1).map((time, i) => time - frames[i]);
      const updates = views.filter((view, i) => i > 0 && view !== views[i - 1]).length;
      return { intervals, latencies, updates, seconds: (frames.at(-1) - frames[0]) / 1000 };
    },
    /** Resolves at the end of the frame that is painted next. */
    frameEnd: () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        }),
      ),
    /** Resolves once everything on show is exact, with the time of that and the longest interval between frames until then. */
    exact: async () => {
      let last = null;
      let longest = 0;
      while (!window.__bench.exact()) {
        const time = await new Promise((resolve) => requestAnimationFrame(resolve));
        if (last !== null) longest = Math.max(longest, time - last);
        last = time;
      }
      return { at: await window.__probe.frameEnd(), longest };
    },
  };
}

const EVENT_MS = 1000 / 60;

/** Sends one event every 1/60 s for a while; `eventAt(i)` gives its parameters. Late answers do not hold up the next event. */
export async function sendEvents(cdp, ms, eventAt) {
  const start = performance.now();
  for (let i = 0; performance.now() - start < ms; i++) {
    void cdp.send('Input.dispatchMouseEvent', eventAt(i)).catch(() => undefined);
    await sleep(Math.max(0, start + (i + 1) * EVENT_MS - performance.now()));
  }
}

export const middleOf = (page) =>
  page.evaluate(() => {
    const box = document.querySelector('[data-testid="board-canvas"]').getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });

export async function pan(app, at, ms) {
  const press = { x: at.x, y: at.y, button: 'middle', buttons: 4, clickCount: 1 };
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
  await sendEvents(app.cdp, ms, (i) => ({
    type: 'mouseMoved',
    x: at.x + 150 * Math.sin(i / 12),
    y: at.y + 100 * Math.sin(i / 17),
    button: 'middle',
    buttons: 4,
  }));
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
}

/** In and out again, with the control key held: 24 times as large and back within a second. */
export const zoom = (app, at, ms) =>
  sendEvents(app.cdp, ms, (i) => ({
    type: 'mouseWheel',
    x: at.x,
    y: at.y,
    deltaX: 0,
    deltaY: i % 60 < 30 ? -12 : 12,
    modifiers: 2,
  }));

/** Runs inside the page: the note in view that is nearest to the middle. */
export function middleNote() {
  const bench = window.__bench;
  const box = document.querySelector('[data-testid="board-canvas"]').getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const notes = Array.from({ length: bench.noteCount() }, (_, i) => bench.notePos(i));
  const away = ({ screen }) => Math.hypot(screen.x - middle.x, screen.y - middle.y);
  return notes.reduce((best, note) => (away(note) < away(best) ? note : best));
}

/** Drags what is under a note's middle about, and gives the drag up. */
export async function drag(app, note, ms) {
  const { x, y } = note.screen;
  const press = { x, y, button: 'left', buttons: 1, clickCount: 1 };
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
  await sendEvents(app.cdp, ms, (i) => ({
    type: 'mouseMoved',
    x: x + 120 * Math.sin(i / 15),
    y: y + 80 * Math.sin(i / 11),
    button: 'left',
    buttons: 1,
  }));
  await app.page.keyboard.press('Escape');
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
}

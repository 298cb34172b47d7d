import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { APP_POLICY, FONT_WORKER_POLICY } from '../../electron/main/contentPolicy';
import { APP_ORIGIN } from '../../electron/main/origin';
import type {} from '../../renderer/platform/desktop';
import { launchApp, projectRoot, type RunningApp } from './launch';

/** What a page of the app may do: run its own files and nothing else, whatever finds its way into it. */
test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let page: Page;

test.beforeAll(async () => {
  running = await launchApp();
  page = running.page;
  await page.waitForLoadState();
});

test.afterAll(async () => {
  await running.close();
});

const windowCount = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the origin and the policy are exactly these', async () => {
  expect(await page.evaluate(() => location.origin)).toBe(APP_ORIGIN);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  const policies = await page.evaluate(async () => {
    const paths = ['/', '/index.html', '/fonts/besley-latin-700-normal.woff2', '/missing.js', '/../package.json'];
    const answers = await Promise.all(paths.map((path) => fetch(path)));
    return answers.map((answer) => answer.headers.get('content-security-policy'));
  });
  expect(policies).toEqual(policies.map(() => APP_POLICY));
});

test('WebAssembly may run in the one worker that takes fonts apart, and nowhere else', async () => {
  const inPage = () =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
      .then(() => 'ran')
      .catch((error) => error.name);
  expect(await page.evaluate(inPage)).toBe('CompileError');
  const assets = join(projectRoot, 'dist', 'renderer', 'assets');
  const policies = await page.evaluate(async (names) => {
    const answers = await Promise.all(names.map((name) => fetch(`/assets/${name}`)));
    return answers.map((answer) => answer.headers.get('content-security-policy') ?? '');
  }, readdirSync(assets));
  const loose = policies.filter((policy) => policy !== APP_POLICY);
  expect(loose).toEqual([FONT_WORKER_POLICY]);
});

const DESTINATIONS = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'data:text/html,x',
  'file:///etc/passwd',
  'javascript:void(0)',
  'app://print/',
  'app://board.evil/',
  'app://other/',
  'blob:app://board/x',
  'mailto:a@example.com',
  'vscode://x',
  'smb://a/b',
  'ms-settings:',
  'chrome://gpu/',
  'devtools://devtools/',
  'view-source:app://board/',
  'filesystem:app://board/x',
  '//example.com/',
  'app://board:80/',
  'app://user@board/',
];

// Before the attempts on the policy: after them the engine does not get to the refresh by itself.
test('nothing leaves the page or opens another', async () => {
  const url = page.url();
  let calls = 0;
  await running.app.evaluate(({ shell, BrowserWindow }) => {
    Reflect.set(globalThis, 'externalCalls', 0);
    Reflect.set(globalThis, 'refreshes', 0);
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url: to }) => {
      if (to.endsWith('/refresh')) Reflect.set(globalThis, 'refreshes', Reflect.get(globalThis, 'refreshes') + 1);
    });
    shell.openExternal = async () => {
      Reflect.set(globalThis, 'externalCalls', Reflect.get(globalThis, 'externalCalls') + 1);
    };
  });
  const opened = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await page.evaluate(() => {
    document.head.append(
      Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0;url=https://example.com/refresh',
      }),
    );
  });
  await expect.poll(() => running.app.evaluate(() => Reflect.get(globalThis, 'refreshes'))).toBe(1);
  for (const destination of DESTINATIONS) {
    await page.evaluate((to) => {
      const quietly = (work: () => unknown) => {
        try {
          work();
        } catch {
          // A refusal may also be thrown.
        }
      };
      const link = Object.assign(document.createElement('a'), { href: to, target: '_self' });
      const blank = Object.assign(document.createElement('a'), { href: to, target: '_blank', download: 'x' });
      const plain = Object.assign(document.createElement('a'), { href: to, target: '_blank' });
      document.body.append(link, blank, plain);
      quietly(() => window.open(to));
      quietly(() => window.open(to, '_self'));
      quietly(() => window.open(to, 'named', 'popup'));
      quietly(() => link.click());
      quietly(() => blank.click());
      quietly(() => plain.dispatchEvent(new MouseEvent('click', { button: 1, bubbles: true, ctrlKey: true })));
      quietly(() => plain.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true })));
      quietly(() => location.assign(to));
      quietly(() => location.replace(to));
      for (const element of [link, blank, plain]) element.remove();
    }, destination);
    calls += 9;
  }
  // What the last of them sent to main came there before this question.
  await page.evaluate(() => window.desktop?.boot());
  expect(calls).toBeGreaterThan(150);
  expect(page.url()).toBe(url);
  expect(await windowCount()).toBe(opened);
  expect(await running.app.evaluate(() => Reflect.get(globalThis, 'externalCalls'))).toBe(0);
  expect(await page.evaluate(() => typeof window.desktop?.boot)).toBe('function');
});

test('the page has no Node and sees named functions only', async () => {
  const seen = await page.evaluate(() => ({
    node: [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
      typeof Reflect.get(window, 'module'),
    ],
    desktop: Object.entries(window.desktop ?? {})
      .map(([key, value]) => `${key}: ${typeof value}`)
      .sort(),
    frozen: Object.isFrozen(window.desktop),
  }));
  expect(seen.node).toEqual(['undefined', 'undefined', 'undefined']);
  expect(seen.frozen).toBe(true);
  expect(seen.desktop).toEqual(
    [
      'boot',
      'chooseFilesToOpen',
      'chooseFolder',
      'choosePersonaFiles',
      'choosePictures',
      'chooseTarget',
      'cliDone',
      'cliJob',
      'cliReport',
      'cliWrite',
      'closeAnswer',
      'journalAppend',
      'journalRead',
      'journalRecords',
      'journalRewrite',
      'journalStatus',
      'lendFullScreen',
      'on',
      'openBackupsFolder',
      'painted',
      'preparePdf',
      'printPdf',
      'quit',
      'ready',
      'resetDatabase',
      'roomWindow',
      'setMenuState',
      'setPreferences',
      'showInFolder',
      'snapshotList',
      'snapshotRead',
      'snapshotReplace',
      'snapshotWrite',
      'sweepRemains',
      'takePendingFiles',
      'toggleFullScreen',
      'writeTarget',
    ].map((key) => `${key}: function`),
  );
});

test('a listener is given the payload and nothing else', async () => {
  const given = page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const stop = window.desktop?.on('action', (...args: unknown[]) => {
          stop?.();
          resolve(args);
        });
      }),
  );
  await page.evaluate(() => undefined);
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:action', 'shortcuts'),
  );
  expect(await given).toEqual(['shortcuts']);
  await page.keyboard.press('Escape');
  const refusal = await page.evaluate(() => {
    try {
      window.desktop?.on('ipc-message' as 'action', () => undefined);
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toContain('bad-request');
});

test('every window has the strict preferences, the hidden print window too', async () => {
  const printed = await page.evaluate(async () => {
    const html = '<!doctype html><html lang="fr"><head><title>x</title></head><body><p>x</p></body></html>';
    const result = await window.desktop?.printPdf({ html, widthMm: 100, heightMm: 100, title: 'x', lang: 'fr' });
    return result?.ok;
  });
  expect(printed).toBe(true);
  const preferences = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Not part of Electron's types; it tells what the engine really uses.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const {
        contextIsolation,
        sandbox,
        nodeIntegration,
        nodeIntegrationInWorker,
        nodeIntegrationInSubFrames,
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        enableBlinkFeatures,
        spellcheck,
      } = contents.getLastWebPreferences();
      return {
        contextIsolation,
        sandbox,
        nodeIntegration,
        nodeIntegrationInWorker,
        nodeIntegrationInSubFrames,
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        enableBlinkFeatures,
        spellcheck,
      };
    }),
  );
  const strict = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    // The engine reports these only where they are on.
    nodeIntegrationInWorker: undefined,
    spellcheck: undefined,
  };
  expect(preferences).toEqual([strict, strict]);
});

/** Each is run in the page with `mark`, which it would call if it were allowed to act; none ever does. */
const INJECTIONS: Readonly<Record<string, string>> = {
  'inline script': 'add("script", { textContent: "mark()" })',
  'script from data': 'add("script", { src: "data:text/javascript,mark()" })',
  'script from a blob':
    'add("script", { src: URL.createObjectURL(new Blob(["mark()"], { type: "text/javascript" })) })',
  'script from elsewhere': 'add("script", { src: "https://example.com/a.js" })',
  'module from data': 'add("script", { type: "module", src: "data:text/javascript,mark()" })',
  'event attribute': 'html("<img src=x:y onerror=mark()>")',
  'another event attribute': 'html("<details open ontoggle=mark()>x</details>")',
  'javascript link': 'add("a", { href: "javascript:mark()" }).click()',
  'timer with text': 'setTimeout("mark()", 0)',
  'function from text': 'setTimeout(() => { try { new Function("mark()")() } catch { report() } }, 0)',
  'inline style': 'add("style", { textContent: "body { --marked: 1 }" })',
  'style attribute': 'html("<p style=\\"--marked: 1\\">x</p>")',
  'style sheet from elsewhere': 'add("link", { rel: "stylesheet", href: "https://example.com/a.css" })',
  'image from elsewhere': 'add("img", { src: "https://example.com/a.png" })',
  'image from the network share': 'add("img", { onerror: () => report(), src: "file://server/share/a.png" })',
  'font from elsewhere':
    'document.fonts.add(new FontFace("x", "url(https://example.com/a.woff2)")); document.fonts.load("16px x").catch(() => undefined)',
  frame: 'add("iframe", { src: "https://example.com/" })',
  'frame with a document': 'add("iframe", { srcdoc: "<script>parent.mark()</script>" }) && report()',
  'frame of the app': 'add("iframe", { src: "/" })',
  object: 'add("object", { data: "https://example.com/a.pdf" })',
  embed: 'add("embed", { src: "data:text/html,x" })',
  base: 'add("base", { href: "https://example.com/" })',
  form: 'add("form", { action: "https://example.com/", method: "post" }).submit()',
  request: 'fetch("https://example.com/").catch(() => undefined)',
  'request for a file': 'fetch("file:///etc/hostname").catch(() => report())',
  beacon: 'navigator.sendBeacon("https://example.com/", "x")',
  socket: 'new WebSocket("wss://example.com/")',
  'event source': 'new EventSource("https://example.com/")',
  'worker from a blob': 'new Worker(URL.createObjectURL(new Blob(["0"])))',
  'worklet from a blob':
    'CSS.paintWorklet.addModule(URL.createObjectURL(new Blob(["0"], { type: "text/javascript" }))).then(mark, report)',
  media: 'add("video", { src: "https://example.com/a.mp4" })',
};

for (const [name, code] of Object.entries(INJECTIONS)) {
  test(`the policy stops: ${name}`, async () => {
    const outcome = await page.evaluate(async (injected) => {
      const holder = document.createElement('div');
      document.body.append(holder);
      let acted = false;
      const blocked = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        });
        setTimeout(() => resolve('nothing was blocked'), 20_000);
        Object.assign(window, {
          mark: () => {
            acted = true;
          },
          report: () => resolve('threw'),
          add: (tag: string, attributes: object) => {
            const element = Object.assign(document.createElement(tag), attributes);
            holder.append(element);
            return element;
          },
          html: (text: string) => {
            holder.innerHTML = text;
          },
        });
      });
      try {
        // Playwright's own evaluation is not under the policy; what it inserts is.
        new Function(injected)();
      } catch {
        Reflect.get(window, 'report')();
      }
      const directive = await blocked;
      await new Promise((resolve) => setTimeout(resolve, 30));
      const styled = getComputedStyle(holder.firstElementChild ?? document.body).getPropertyValue('--marked');
      holder.remove();
      return { acted, styled, directive };
    }, code);
    expect(outcome).toMatchObject({ acted: false, styled: '' });
    expect(outcome.directive).not.toBe('nothing was blocked');
  });
}

test('a page that goes blank comes back', async () => {
  const blank = page.waitForURL('about:blank', { waitUntil: 'commit' });
  await page.evaluate(() => {
    setTimeout(() => location.assign('about:blank'), 0);
  });
  await blank;
  const answers = () => page.evaluate(async () => (await window.desktop?.boot())?.mode).catch(() => 'not yet');
  await expect.poll(answers).toBe('app');
  expect(page.url()).toBe(`${APP_ORIGIN}/`);
});

test('a webview does not attach', async () => {
  const before = await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const isKnown = await page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    // It would be asked for by the time that it is drawn, and main answers in turn.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return 'getWebContentsId' in view;
  });
  expect(isKnown).toBe(false);
  expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
  await page.evaluate(() => document.querySelector('webview')?.remove());
});

test('nothing is permitted but lasting storage, copying text and full screen', async () => {
  const states = await page.evaluate(async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'screen-wake-lock',
      'local-fonts',
      'window-management',
      'storage-access',
      'background-sync',
      'idle-detection',
      'persistent-storage',
    ];
    const entries = names.map(async (name) => {
      const state = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'unknown',
      );
      return [name, state] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  });
  const { 'persistent-storage': storage, ...others } = states;
  expect(Object.entries(others).filter(([, state]) => state === 'granted')).toEqual([]);
  expect(storage).toBe('granted');

  const asked = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      Promise.race([
        promise.then(
          (value) => (value === 'denied' ? 'refused' : 'granted'),
          () => 'refused',
        ),
        new Promise((resolve) => setTimeout(() => resolve('no answer'), 15_000)),
      ]);
    return {
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      place: await outcome(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      notifications: await outcome(Notification.requestPermission()),
      reading: await outcome(navigator.clipboard.readText()),
      midi: await outcome(navigator.requestMIDIAccess()),
      storage: await navigator.storage.persist(),
      copying: await outcome(navigator.clipboard.writeText('x').then(() => 'done')),
    };
  });
  expect(asked).toEqual({
    camera: 'refused',
    microphone: 'refused',
    screen: 'refused',
    place: 'refused',
    notifications: 'refused',
    reading: 'refused',
    midi: 'refused',
    storage: true,
    copying: 'granted',
  });
});

test('no address reads a file from outside the app', async () => {
  const secret = readFileSync('package.json', 'utf8').slice(0, 40);
  const targets = [
    'package.json',
    'dist/main/main.js',
    'resources/fonts/besley-OFL.txt',
    'etc/passwd',
    'electron/main/main.ts',
  ];
  const ups = [
    '..',
    '%2e%2e',
    '.%2e',
    '%2E.',
    '..%2f..',
    '%2e%2e%2f%2e%2e',
    '..\\..',
    '..%5c..',
    '....//..',
    '..;',
    '%252e%252e',
    '..%00',
    '%c0%ae%c0%ae',
    '\u002e\u002e',
    '~',
  ];
  const prefixes = [
    '',
    '/',
    '//',
    'fonts/',
    'assets/',
    'fonts//',
    './',
    'C:/',
    'C:%5c',
    '\\\\server\\share\\',
    '//server/share/',
    'index.html/',
    'index.html%00/',
    'fonts/%2f/',
  ];
  const urls = targets.flatMap((target) =>
    ups.flatMap((up) => prefixes.map((prefix) => `app://board/${prefix}${up}/${up}/${up}/${target}`)),
  );
  urls.push(
    'app://board//etc/passwd',
    'app://board/file:///etc/passwd',
    'app://print/package.json',
    'app://board.evil/index.html',
    'app:///index.html',
    'app://board/fonts',
    'app://board/fonts/',
    'app://board/assets',
    'app://board/index.html::$DATA',
    'app://board/INDEX~1.HTM',
  );
  expect(urls.length).toBeGreaterThan(500);
  const leaks = await running.app.evaluate(
    async ({ session }, { list, marks }) => {
      const found: string[] = [];
      for (const url of list) {
        try {
          const answer = await session.defaultSession.fetch(url);
          const text = answer.ok ? await answer.text() : '';
          if (marks.some((mark) => text.includes(mark)) || text.includes('root:')) found.push(url);
        } catch {
          // Not even an address.
        }
      }
      return found;
    },
    { list: urls, marks: [secret, 'SIL OPEN FONT LICENSE', 'registerAppScheme'] },
  );
  expect(leaks).toEqual([]);
  const methods = await page.evaluate(async () => {
    const statuses = ['POST', 'PUT', 'DELETE', 'PATCH'].map(
      async (method) => (await fetch('/index.html', { method })).status,
    );
    return Promise.all(statuses);
  });
  expect(methods).toEqual([405, 405, 405, 405]);
});

test('what is printed cannot reach files, the network or scripts', async () => {
  const printed = await page.evaluate(async () => {
    const html = `<!doctype html><html lang="fr"><head><title>x</title><meta http-equiv="refresh" content="0;url=file:///etc/passwd">
      <script>document.title = 'script ran'; document.body.append('SCRIPTRAN');</script></head>
      <body><p>Affiche</p><p id="p"></p><img src="file:///etc/passwd"><img src="https://example.com/a.png"><iframe src="file:///etc/hostname"></iframe>
      <object data="file:///etc/hostname"></object><svg onload="document.getElementById('p').textContent='SCRIPTRAN'"><image href="app://board/index.html"/></svg></body></html>`;
    const result = await window.desktop?.printPdf({ html, widthMm: 100, heightMm: 100, title: 'x', lang: 'fr' });
    return result?.ok ? { ok: true, text: new TextDecoder('latin1').decode(result.value) } : { ok: false, text: '' };
  });
  // Broken images make it fail as a whole; either way nothing of them is in a file.
  expect(printed.text).not.toContain('script ran');
  expect(printed.text).not.toContain('root:');
});

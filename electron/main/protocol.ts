import { join } from 'node:path';
import { app, type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';
import { APP_POLICY } from './contentPolicy';
import { APP_HOST, APP_SCHEME } from './origin';
import { readStaticFile } from './staticFiles';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/**
 * Serves the interface's files and the fonts at the app's origin; nothing outside these two folders. `protocol.handle` would
 * do the same with requests and responses as objects of the web, but makes Node load all of its `fetch` for the first one:
 * 30 ms and more, just when the window waits for its page.
 */
export function serveApp(session: Session): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => void answer(request).then(respond));
}

async function answer({ url, method }: ProtocolRequest): Promise<ProtocolResponse> {
  const { host, pathname } = new URL(url);
  if (host !== APP_HOST) return refused(404);
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  const file = await takeFile(pathname);
  if (!file) return refused(404);
  const data = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  return { statusCode: 200, headers: { ...headersWith(APP_POLICY), 'content-type': file.type }, data };
}

/** Files that were read before anyone asked. */
const readAlready = new Map<string, ReturnType<typeof fileOf>>();

/** Reads what the first page will ask for, while the process that will ask for it starts. */
export async function readAhead(): Promise<void> {
  const reading = fileOf('/');
  readAlready.set('/', reading);
  const page = await reading;
  const html = page ? Buffer.from(page.bytes).toString('utf8') : '';
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)) readAlready.set(path, fileOf(path));
}

function takeFile(path: string): ReturnType<typeof fileOf> {
  const file = readAlready.get(path) ?? fileOf(path);
  readAlready.delete(path);
  return file;
}

const refused = (statusCode: number): ProtocolResponse => ({
  statusCode,
  headers: headersWith(APP_POLICY),
  data: Buffer.alloc(0),
});

/** The file of the app at a URL's path: `/fonts/...` from the fonts, everything else from the built interface. */
export function fileOf(path: string) {
  const root = app.getAppPath();
  return path.startsWith('/fonts/')
    ? readStaticFile(join(root, 'resources', 'fonts'), path.slice('/fonts'.length))
    : readStaticFile(join(root, 'dist', 'renderer'), path === '/' ? '/index.html' : path);
}

/** The headers of every answer. */
export function headersWith(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

/** An empty answer, under the policy like every other. */
export function refusal(status: number): Response {
  return new Response(null, { status, headers: headersWith(APP_POLICY) });
}

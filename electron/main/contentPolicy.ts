/** What pages of the app may load and run: their own files only. React and Konva style through the CSSOM, which needs no exception. */
export const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What the worker may do that takes the used letters out of fonts: its own code and WebAssembly of the app's own files. Nothing else may compile any: the page and every other worker are
 * under the policy above.
 */
export const FONT_WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The script that this policy is for, as the build names it. */
const FONT_WORKER = /^\/assets\/subsetWorker-[\w-]+\.js$/;

/** The policy of a file of the app, by its path. */
export const policyOf = (path: string): string => (FONT_WORKER.test(path) ? FONT_WORKER_POLICY : APP_POLICY);

/** What a poster being printed may load: no script at all; its styles stand inside the document. */
export const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self' app://board",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

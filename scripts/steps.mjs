/** Named steps with their durations, child processes with a sign of life, and failures that say what to do. */
import { spawn } from 'node:child_process';
import { isVerbose, noiseFilter } from './engineNoise.mjs';

const SIGN_OF_LIFE_MS = 15_000;
/** How long what a program printed at its end may take to arrive. */
const LAST_WORDS_MS = 1_000;
/** Ending this script ends what it started, and lets it clean up after that. */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A failure the user can do something about; `advice` says what. */
export class StepFailure extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs `work` under a name: says when it starts, that it still goes on, how long it took, or why it failed. */
export async function step(name, work) {
  const start = performance.now();
  console.log(`> ${name}`);
  const timer = setInterval(() => console.log(`  ... ${name}: ${seconds(start)}`), SIGN_OF_LIFE_MS);
  try {
    const result = await work();
    console.log(`  ${name}: ${seconds(start)}`);
    return result;
  } catch (error) {
    error.step ??= name;
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Where the three streams of a child go; the engine's are read to take its noise out. */
function streams(shown, isFiltered) {
  if (!shown) return ['ignore', 'pipe', 'pipe'];
  return ['ignore', 'inherit', isFiltered ? 'pipe' : 'inherit'];
}

/** Shows what the app prints without what its engine prints. */
function filterErrors(child) {
  const { take, end } = noiseFilter((line) => process.stderr.write(line));
  child.stderr.on('data', take);
  child.stderr.on('end', end);
  // A helper process that outlives the app would keep the stream, and this script, open.
  child.on('exit', () => setTimeout(() => child.stderr.destroy(), LAST_WORDS_MS).unref());
}

/**
 * Starts a program and waits for it. Resolves with its exit code and, unless it is shown, what it printed. `isEngine`
 * says that it is the app's runtime, whose noise is left out.
 */
export function run(command, args, { env, cwd, shown = true, isEngine = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const isFiltered = shown && isEngine && !isVerbose();
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: streams(shown, isFiltered),
      timeout: timeoutMs,
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const stopForwarding = () => {
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    if (isFiltered) filterErrors(child);
    else child.stderr?.on('data', keep);
    child.on('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stopForwarding();
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** Like `run`, for a program whose failure is the step's failure. */
export async function runOrFail(command, args, { advice, ...options } = {}) {
  const { code, signal, output } = await run(command, args, options);
  if (code === 0) return output;
  const end = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  const words = [command, ...args].join(' ');
  throw new StepFailure(`\`${words}\` ${end}${output ? `:\n${output.trim().slice(-2000)}` : ''}`, advice);
}

/** Runs a script's main function; a failure is printed with its step and its advice, and becomes the exit code. */
export async function runScript(main) {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    console.error(`\nFAILED${error.step ? ` at "${error.step}"` : ''}: ${error.message}`);
    if (error.advice) console.error(`What to do: ${error.advice}`);
    else if (!(error instanceof StepFailure)) console.error(error.stack);
    process.exitCode = 1;
  }
}

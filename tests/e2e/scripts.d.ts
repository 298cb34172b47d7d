declare module '*/electronRuntime.mjs' {
  export interface Runtime {
    readonly dir: string;
    readonly exec: string;
    readonly version: string;
    readonly source: 'given' | 'official' | 'fallback';
  }
  export function findRuntime(): Runtime | undefined;
  export function runtimeEnvironment(runtime: Runtime): NodeJS.ProcessEnv;
  export function runtimeArguments(): string[];
}

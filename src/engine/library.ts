import type { Pointer } from "bun:ffi";
import { made, openCApi, type CApi } from "./c-api.ts";
import { threadConfig } from "./config.ts";
import { defaultThreads, prepareProcess, withQuietStandardError } from "./process.ts";

export interface EngineSettings {
  libraryPath: string;
  /** Threads in all: operations that can run side by side do. */
  threads: number;
  /** Threads that one operation may take. */
  threadsPerOperation: number;
  oneDnn: boolean;
}

export type EngineOptions = Omit<EngineSettings, "libraryPath">;

/** Where no experiment says anything else: one operation at a time has all threads. */
export function defaultOptions(): EngineOptions {
  const threads = defaultThreads();
  return { threads, threadsPerOperation: threads, oneDnn: true };
}

/** A TensorFlow library that was opened in this process, and where its operations run. */
export interface OpenLibrary {
  api: CApi;
  context: Pointer;
  settings: EngineSettings;
}

/** What another thread of the process opens the same library by: it can be posted to one. */
export interface LibraryAddress {
  path: string;
  /** The library's TFE_Context. */
  context: Pointer;
}

export function addressOf({ settings, context }: OpenLibrary): LibraryAddress {
  return { path: settings.libraryPath, context };
}

/**
 * Opens TensorFlow. Its first context settles the threads of the whole process, so all that calls it shares one.
 * @throws EngineError when the library cannot be used
 */
export function openLibrary(settings: EngineSettings): Promise<OpenLibrary> {
  prepareProcess(settings);
  return withQuietStandardError(async () => {
    const api = openCApi(settings.libraryPath);
    return { api, context: newContext(api, settings), settings };
  });
}

function newContext(api: CApi, settings: EngineSettings): Pointer {
  const options = made(api.TFE_NewContextOptions());
  const config = threadConfig(settings.threads, settings.threadsPerOperation);
  api.TFE_ContextOptionsSetConfig(options, config, config.length, api.status);
  api.check("setting the number of threads");
  const context = api.TFE_NewContext(options, api.status);
  api.TFE_DeleteContextOptions(options);
  api.check("starting TensorFlow");
  return made(context);
}

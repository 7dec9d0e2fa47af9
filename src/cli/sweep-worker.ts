import { worker } from "../stages/sweep/worker.ts";
import { workerEffects } from "./effects.ts";

/** The process of a worker, which `exp sweep` starts. */
worker(workerEffects);

import type { EpochRecord, StopRecord } from "../../layout.ts";
import type { Values } from "../../train/values.ts";

/**
 * Something that happens after each epoch, while the network has its weights (Keras would say a callback). Parts are
 * asked in their order; a part that has something under way finishes it at the end.
 */
export interface EpochPart {
  /** @returns why training is to end here */
  after(record: EpochRecord): Promise<StopReason | void> | StopReason | void;
  /** What the part has to know to go on where it stood: its share of a checkpoint. */
  save?(): PartState;
  load?(state: PartState): void;
  /** Training is at its end, or was when it was interrupted. */
  finish?(): Promise<void>;
}

export type StopReason = StopRecord["by"];

export interface PartState {
  /** Plain data, of finite numbers. */
  data: unknown;
  arrays?: Values;
}

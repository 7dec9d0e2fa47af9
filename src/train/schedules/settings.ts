import type { ResolvedExperiment } from "../../spec/resolved.ts";

export type ScheduleSettings = ResolvedExperiment["train"]["schedule"];
/** The settings of one schedule. */
export type SettingsOf<Name extends keyof ScheduleSettings> = NonNullable<ScheduleSettings[Name]>;

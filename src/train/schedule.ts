import { constant } from "./schedules/constant.ts";
import { cosine } from "./schedules/cosine.ts";
import { exponential } from "./schedules/exponential.ts";
import { oneCycle } from "./schedules/one-cycle.ts";
import { plateau } from "./schedules/plateau.ts";
import type { Course, Schedule } from "./schedules/schedule.ts";
import type { ScheduleSettings, SettingsOf } from "./schedules/settings.ts";
import { step } from "./schedules/step.ts";

/** Exhaustive: a schedule in the schema without a function here is a type error. */
const schedules: {
  [Name in keyof Required<ScheduleSettings>]: (
    settings: SettingsOf<Name>,
    course: Course,
  ) => Schedule;
} = { constant, cosine, exponential, oneCycle, plateau, step };

export function buildSchedule(settings: ScheduleSettings, course: Course): Schedule {
  const name = Object.keys(settings)[0] as keyof typeof schedules;
  // The table pairs each name with its own settings; TypeScript cannot follow that through a variable name.
  const build = schedules[name] as (settings: object, course: Course) => Schedule;
  return build(settings[name]!, course);
}

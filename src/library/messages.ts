/** What Lamina says to a program that uses it, so that a test can name it and a reader can weigh it. */
export const messages = {
  processEnded: (how: string) =>
    `The process that Lamina works in ended before its time (${how}). What it had written is there; resumeRun goes on with a run that has a checkpoint.`,
  modelClosed: () => "This model is closed.",
  stopped: () => "Stopped.",
  notAFile: (path: string) =>
    `${JSON.stringify(path)} is not one image. stream takes folders, patterns and tables.`,
  notPixels: (values: number, width: number, height: number, channels: number) =>
    `These pixels are ${values} values, and an image of ${width} x ${height} with ${channels} channels has ${width * height * channels}.`,
  notFinished: (run: string) => `${run} is not a finished run.`,
};

/** Images that tables name, by their files: a file is all of its frames. */
export class SeenImages<Told> {
  readonly #files = new Map<string, { whole?: Told; frames: Map<number, Told> }>();

  /** @returns what was told of the same image, or of a part of it, where it was there before */
  add({ path, frame }: { path: string; frame?: number }, told: Told): Told | undefined {
    const known = this.#files.get(path) ?? { frames: new Map<number, Told>() };
    this.#files.set(path, known);
    const [first] = known.frames.values();
    const other = known.whole ?? (frame === undefined ? first : known.frames.get(frame));
    if (frame === undefined) known.whole ??= told;
    else if (!known.frames.has(frame)) known.frames.set(frame, told);
    return other;
  }
}

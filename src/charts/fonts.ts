import sharp from "sharp";

/** No font has them: they are assigned to nothing. Boxes about four and about six digits differ in size. */
const [NOTHING, FAR_NOTHING] = ["\u0378", "\u{3fffd}"];
/** Beyond the letters that every font has which people install. */
const FIRST_RARE = 0x250;
/** Letters of one picture that are looked at: what the first ones lack, the others lack too. */
const MOST = 60;

/**
 * The letters of drawings that no font of this machine has, so that PNG shows empty boxes in their place.
 * @param svgs they themselves are right wherever a font has the letters
 */
export async function lettersWithoutFont(svgs: Iterable<string>): Promise<string[]> {
  const rare = new Set<string>();
  for (const svg of svgs)
    for (const [, text] of svg.matchAll(/>([^<]+)</g))
      for (const letter of text!) if (letter.codePointAt(0)! >= FIRST_RARE) rare.add(letter);
  const letters = [...rare]
    .filter((letter) => !/[\p{M}\p{Z}\p{Cc}\p{Cf}]/u.test(letter))
    .slice(0, MOST);
  if (letters.length === 0) return [];
  const boxes = new Set(await Promise.all([NOTHING, FAR_NOTHING].map(frameOf)));
  const frames = await Promise.all(letters.map(frameOf));
  return letters.filter((_, index) => boxes.has(frames[index]!));
}

/** The SVG files among what was drawn. */
export function drawnTexts(drawn: ReadonlyMap<string, string | Uint8Array>): string[] {
  return [...drawn].flatMap(([name, content]) =>
    name.endsWith(".svg") && typeof content === "string" ? [content] : [],
  );
}

/** The outermost pixels of a letter as it is painted: Pango paints a box about the number of one that no font has. */
async function frameOf(letter: string): Promise<string> {
  const { data, info } = await sharp({ text: { text: letter, font: "sans 24", dpi: 144 } })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const row = (y: number) => data.subarray(y * width, (y + 1) * width).toString("hex");
  const column = (x: number) =>
    Array.from({ length: height }, (_, y) => data[y * width + x]).join();
  return [width, height, row(0), row(height - 1), column(0), column(width - 1)].join(" ");
}

import { blocks } from "./facts.ts";

/** What a block of the page holds. */
export async function unpack(id: (typeof blocks)[keyof typeof blocks]): Promise<Uint8Array> {
  const block = document.getElementById(id)!;
  const packed = fromBase64(block.textContent);
  // Once read, the page need not hold it twice.
  block.remove();
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

import type { Shard } from "../cache/pixel-cache.ts";
import { bytesOfImage, type Target } from "../decode/verdict.ts";
import type { ShardSource } from "../rows.ts";
import type { ScannedImage } from "./outcome.ts";

/** Images in the order given, to be opened as rows. */
export function shardSource(
  images: readonly { path: string; scanned: ScannedImage }[],
  target: Target,
): ShardSource {
  const { length } = images;
  const shards = new Map<NonNullable<Shard["content"]>, number>();
  const source: ShardSource = {
    kind: "shards",
    size: bytesOfImage(target),
    shards: [],
    shardOf: new Int32Array(length).fill(-1),
    rowOf: new Uint32Array(length),
    checksums: new BigUint64Array(length),
    files: images.map(({ path, scanned: { sha256 } }) => ({ path, sha256 })),
    target,
  };
  for (const [index, { scanned }] of images.entries()) {
    const { shard, row, checksum } = scanned.place;
    source.rowOf[index] = row;
    source.checksums[index] = checksum;
    if (shard.content === null) continue;
    if (!shards.has(shard.content))
      shards.set(shard.content, source.shards.push(shard.content) - 1);
    source.shardOf[index] = shards.get(shard.content)!;
  }
  return source;
}

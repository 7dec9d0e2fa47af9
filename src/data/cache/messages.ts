import { byteSize } from "../../wording.ts";

/** What Lamina says of the cache of decoded images: it costs time and nothing else. */
export const messages = {
  cacheUnusable: (folder: string, reason: string) =>
    `The cache ${folder} cannot be used: ${reason}. Images are decoded without it, every time; LAMINA_CACHE sets another folder.`,
  cacheOnlyRead: (folder: string, reason: string) =>
    `The cache ${folder} can only be read: ${reason}. Images that are not in it are decoded every time; LAMINA_CACHE sets another folder.`,
  cacheFileUnfit: (name: string, reason: string) => `of its ${name}, ${reason}`,
  cacheIndexForeign: () => "its index.sqlite is a database of another program",
  cacheIsLink: (folder: string) =>
    `${folder} is a link, and nothing is removed through one. Remove the files where it leads, or the link itself.`,
  cacheRebuilt: (folder: string) =>
    `The index of the cache ${folder} was damaged and has been rebuilt; images are decoded again.`,
  cacheRowsDamaged: (folder: string) =>
    `Some of what the index of the cache ${folder} says is damaged or was changed, and is not used; what it was about is read or decoded again.`,
  shardDamaged: (path: string) =>
    `${path} of the cache was missing or damaged; its images are decoded again.`,
  cacheFull: (folder: string, mostBytes: number) =>
    `The images take more than the ${byteSize(mostBytes)} that the cache ${folder} may take; the rest is decoded again as it is needed. LAMINA_CACHE_GB sets another size.`,
  cacheDiskFull: (folder: string) =>
    `The disk of the cache ${folder} is nearly full; images that do not fit are kept in memory or decoded again. exp cache --clear makes room.`,
};

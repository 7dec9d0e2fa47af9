import { isAbsolute, relative, sep } from "node:path";

/** Whether a path is the folder `root` or lies under it. Both absolute; links are not followed. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

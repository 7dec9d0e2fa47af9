/**
 * What systems leave beside people's files, in lower case: of macOS and Windows after GitHub's gitignore templates and
 * sindresorhus/junk, of file servers after their makers (Synology's @eaDir and #recycle, QNAP's @Recycle), of file
 * systems (lost+found), of Python and Node, and the directory that lies beside DICOM files.
 */
const clutter: ReadonlySet<string> = new Set([
  "$recycle.bin",
  "#recycle",
  "#snapshot",
  "@eadir",
  "@recently-snapshot",
  "@recycle",
  "@tmp",
  "__macosx",
  "__pycache__",
  "desktop.ini",
  "dicomdir",
  "ehthumbs.db",
  "ehthumbs_vista.db",
  "hiberfil.sys",
  "icon\r",
  "lost+found",
  "network trash folder",
  "node_modules",
  "pagefile.sys",
  "recycler",
  "swapfile.sys",
  "system volume information",
  "temporary items",
  "thevolumesettingsfolder",
  "thumbs.db",
]);

/** Whether a name is that of a hidden file, of an editor's backup (`a.png~`), or of something a system left behind. */
export function isClutter(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || clutter.has(name.toLowerCase());
}

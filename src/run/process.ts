/** Whether there is a process of this number. Signal 0 only asks; a process of someone else refuses it, and so is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { messages } from "../messages.ts";
import { setUpCamera } from "./camera.ts";
import { known, onPress } from "./element.ts";

/** A picture that the user has given the page. */
export interface Given {
  name: string;
  content: Blob;
}

/** All ways to give the page a picture. @param say tells the user what is wrong */
export function setUpIntake(
  give: (pictures: readonly Given[]) => void,
  say: (text: string) => void,
): void {
  const picker = known<HTMLInputElement>("files");
  const giveFiles = (files: Iterable<File>) =>
    give(Array.from(files, (file) => ({ name: file.name, content: file })));
  onPress(known("choose"), () => picker.click());
  picker.addEventListener("change", () => {
    giveFiles(picker.files ?? []);
    // The same file may be chosen again.
    picker.value = "";
  });
  let pasted = 0;
  document.addEventListener("paste", ({ clipboardData }) => {
    const files = [...(clipboardData?.files ?? [])];
    give(files.map((file) => ({ name: messages.pastedName(++pasted), content: file })));
  });
  const { classList } = document.body;
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    classList.add("over");
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    classList.remove("over");
    giveFiles(event.dataTransfer?.files ?? []);
  });
  setUpCamera((content, name) => give([{ name, content }]), say);
  for (const id of ["choose", "camera"]) known<HTMLButtonElement>(id).disabled = false;
}

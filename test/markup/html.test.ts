import { expect, test } from "bun:test";
import { html } from "../../src/markup/html.ts";

test("no line ends between a name and its figure; what is copied or read by programs stays as it is", () => {
  const held = "p\u00a0=\u00a00.39, 0.8912\u00a0±\u00a00.0031";
  const text = "p = 0.39, 0.8912 ± 0.0031";
  const page = html`<p title="${text}">${text}<code>x ${text}</code> ${[text, 7]}</p>
    <pre tabindex="0">exp ${text} ${text}</pre>
    <span class="file">${text}</span> ${html`<b>${text}</b>`} a = b, ${"n = -1 < 2"}`;
  expect(page.text).toBe(`<p title="${text}">${held}<code>x ${text}</code> ${held}\n7</p>
    <pre tabindex="0">exp ${text} ${text}</pre>
    <span class="file">${text}</span> <b>${held}</b> a = b, n\u00a0=\u00a0-1\u00a0&#60;\u00a02`);
});

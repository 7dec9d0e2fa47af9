import { darkRules } from "../charts/theme.ts";

/** Charts change their colours with the page, see theme.ts. */
export const style = `
:root { color-scheme: light dark; --ink: #222; --quiet: #5f5f5f; --line: #ddd; --page: #fff; --card: #f5f6f8; --warn: #fff3cd; --edge: #b8860b; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --quiet: #a8a8a8; --line: #3a3f46; --page: #15181c; --card: #1f242a; --warn: #3a300f; --edge: #d9a520; --paper: #1b1f24; }
  ${darkRules}
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
p { margin: 0.5rem 0; max-width: 46rem; }
.note, .about { color: var(--quiet); font-size: 0.875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.75rem 0 0; padding: 0; list-style: none; }
.warning { padding: 0.5rem 0.75rem; border-left: 4px solid var(--edge); background: var(--warn); }
.headline { font-size: 1.125rem; }
.headline::first-letter { text-transform: uppercase; }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.875em; overflow-wrap: anywhere; }
.range { color: var(--quiet); font-size: 0.8125rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; }
.charts figure { margin: 0; }
figure:only-child, section > figure { max-width: 36rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; margin: 0 0 1rem; }
.figures div { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--card); }
dt, dd { margin: 0; }
dt, dd + dd { color: var(--quiet); font-size: 0.875rem; }
dt + dd { font-size: 1.75rem; font-variant-numeric: tabular-nums; line-height: 1.3; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 1.25rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody th { min-width: 9rem; font-weight: inherit; }
thead th { color: var(--quiet); font-weight: 600; }
td > a { display: inline-block; min-width: 1.5rem; line-height: 1.5rem; text-align: center; }
.group { border-bottom: 0; text-align: center; }
thead tr:has(> .group) > td { border-bottom: 0; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.file { display: inline-block; min-width: 13rem; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.8125rem; overflow-wrap: anywhere; }
figure { overflow-x: auto; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--paper); }
.scroll, figure[tabindex] { --under: var(--page); overflow-x: auto; background: linear-gradient(to right, var(--under) 30%, transparent) left / 2rem 100%, linear-gradient(to left, var(--under) 30%, transparent) right / 2rem 100%, linear-gradient(to right, var(--line), transparent) left / 0.75rem 100%, linear-gradient(to left, var(--line), transparent) right / 0.75rem 100%; background-repeat: no-repeat; background-attachment: local, local, scroll, scroll; }
figure[tabindex] { --under: var(--paper); background-color: var(--paper); }
figure[tabindex] > .marks > rect { fill: none; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figure.wide svg { min-width: 34rem; }
figure.widest { grid-column: 1 / -1; max-width: none; }
figure.widest svg { min-width: 56rem; }
figure.network svg { max-width: none; }
details { margin: 0.75rem 0; }
summary { cursor: pointer; }
figure img { display: block; max-width: 100%; margin: 0 auto; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.75rem; margin: 0.5rem 0; padding: 0; list-style: none; }
.gallery li { padding: 0.75rem; border-radius: 0.5rem; background: var(--card); break-inside: avoid; }
.gallery p { margin: 0.25rem 0 0; overflow-wrap: anywhere; }
.gallery .file { min-width: 0; color: var(--quiet); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.25rem; }
.pair img { width: 100%; aspect-ratio: 1; object-fit: contain; image-rendering: pixelated; }
.filters img { max-width: 100%; image-rendering: pixelated; border-radius: 0.25rem; }
.remarks { overflow-wrap: anywhere; }
.remarks ul { margin: 0.5rem 0; padding-left: 1.25rem; max-width: 46rem; }
a { color: inherit; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--card); font: 0.8125rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
@media print {
  nav { display: none; }
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  p, li { orphans: 3; widows: 3; }
  table:not(:has(tr:nth-child(16))) { break-inside: avoid; }
  figure, tr, .note, .figures, .gallery li { break-inside: avoid; }
  .figures div, .gallery li, pre { border: 1px solid var(--line); }
  h2, h3, .note, .scroll:has(+ .note) { break-after: avoid; }
  th, td { padding-right: 0.6rem; }
  tbody th { min-width: 0; }
  .scroll, figure, figure[tabindex], pre { overflow: visible; background: none; }
  .charts { grid-template-columns: 1fr 1fr; }
  .gallery { grid-template-columns: repeat(4, 1fr); }
  figure svg, figure.wide svg { max-height: 8cm; min-width: 0; }
  figure.tall svg { max-height: 22cm; }
  figure.network svg { max-width: 100%; max-height: 24cm; }
  details > * { display: block; }
  details::details-content { content-visibility: visible; height: auto; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;

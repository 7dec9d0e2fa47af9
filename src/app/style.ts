/** Behind the rules of every page. */
export const style = `
button { padding: 0.5rem 0.9rem; border: 1px solid var(--quiet); border-radius: 0.5rem; background: var(--card); color: inherit; font: inherit; cursor: pointer; }
button:hover:enabled { border-color: var(--ink); }
button:disabled { opacity: 0.6; cursor: default; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
:root { --bar: #0072b2; --focus: #0072b2; }
@media (prefers-color-scheme: dark) { :root { --bar: #56b4e9; --focus: #56b4e9; } }
header p { max-width: 46rem; }
.intake { padding: 1rem; border: 2px dashed var(--quiet); border-radius: 0.75rem; }
.over .intake { border-style: solid; border-color: var(--bar); }
#trial button { margin: 0.25rem 0.5rem 0.25rem 0; }
#status { min-height: 1.5em; font-weight: 600; }
#results, .batch { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-top: 1rem; }
.batch { margin: 0; }
#video { width: 100%; max-width: 30rem; border-radius: 0.5rem; background: #000; }
.result { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 1rem; padding: 1rem; border-radius: 0.5rem; background: var(--card); }
.result h3 { margin: 0; overflow-wrap: anywhere; font-size: 0.9375rem; font-weight: 400; color: var(--quiet); }
.answer { margin: 0.25rem 0 0.5rem; font-size: 1.25rem; font-weight: 600; overflow-wrap: anywhere; }
.result canvas, .nearest img { width: 100%; height: auto; image-rendering: pixelated; border-radius: 0.25rem; }
.result .pictures { display: grid; gap: 0.5rem; align-content: start; }
.result figure { margin: 0; border: 0; background: none; }
.result figcaption { color: var(--quiet); font-size: 0.8125rem; }
.bars { width: 100%; max-width: 36rem; }
.bars th { width: 40%; min-width: 0; font-weight: 400; overflow-wrap: anywhere; }
.bars td { border: 0; } .bars th { border: 0; }
.bars .share { width: 45%; }
.bars .share div { height: 0.75rem; min-width: 1px; margin-top: 0.35rem; border-radius: 0.25rem; background: var(--bar); }
.nearest { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.75rem; padding: 0; list-style: none; }
.nearest p { margin: 0.25rem 0 0; font-size: 0.8125rem; }
.remark, .refused { padding-left: 0.75rem; border-left: 4px solid var(--edge); }
@media (max-width: 36rem) { .result { grid-template-columns: minmax(0, 1fr); } .result .pictures { grid-template-columns: 1fr 1fr; } }
`;

/** How the HTML page looks. Every pair of colours has a contrast of 4.5 or more (WCAG 2.2, 1.4.3), in both schemes. */
export const STYLE = `:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --back: #ffffff; --line: #d1d9e0; --stripe: #f6f8fa;
  --link: #0757ba; --good: #116329; --bad: #b3131c; --good-back: #116329; --bad-back: #b3131c; --on: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9da7b3; --back: #0d1117; --line: #3d444d; --stripe: #151b23;
  --link: #58a6ff; --good: #4cc761; --bad: #ff7b72; --good-back: #4cc761; --bad-back: #ff7b72; --on: #0d1117; } }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 100rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; color: var(--dim); }
a { color: var(--link); text-decoration: underline; text-underline-offset: 2px; }
.made { color: var(--dim); margin: 0 0 1.5rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--dim); padding-bottom: 0.5rem; }
th, td { text-align: left; padding: 0.4rem 0.7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { white-space: nowrap; border-bottom-width: 2px; }
td { overflow-wrap: anywhere; min-width: 12ch; }
.short, td.number, td.age { min-width: 0; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--stripe); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.age { white-space: nowrap; color: var(--dim); }
.vote { display: inline-block; min-width: 2.2em; padding: 0 0.3em; border-radius: 0.4em; text-align: center; }
.p1 { color: var(--good); } .m1 { color: var(--bad); }
.p2 { color: var(--on); background: var(--good-back); font-weight: 700; }
.m2 { color: var(--on); background: var(--bad-back); font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 2rem; margin: 1rem 0 2rem; }
dt { color: var(--dim); } dd { margin: 0; font-weight: 600; }
article { margin: 0 0 1rem; padding: 0.6rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
article p { margin: 0 0 0.4rem; } article time { color: var(--dim); }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
figure { margin: 0 0 1.5rem; overflow-x: auto; } figure svg { max-width: 100%; height: auto; }
`;

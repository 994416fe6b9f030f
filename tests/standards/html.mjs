// SPDX-License-Identifier: GPL-3.0-or-later
// axe-core over every page in a folder, in jsdom. (Contrast needs a browser's layout; the test of the style's colours
// computes it.)      node html.mjs FOLDER
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let faults = 0, pages = 0;
async function check(name, html) {
  const dom = new JSDOM(html, { runScripts: 'outside-only', pretendToBeVisual: true, url: 'https://example.org/' });
  dom.window.eval(axe.source);
  const result = await dom.window.axe.run(dom.window.document, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations;
}
const planted = await check('planted', '<!DOCTYPE html><html><head><title></title></head><body><img src="x"><button></button></body></html>');
if (planted.length < 3) { console.error(`html.mjs: a page with three faults got ${planted.length}`); process.exit(1); }
for (const file of readdirSync(folder).filter(f => f.endsWith('.html')).sort()) {
  pages++;
  for (const v of await check(file, readFileSync(join(folder, file), 'utf8'))) {
    faults++;
    console.error(`${file}: ${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map(n => n.html).join('\n  ')}`);
  }
}
if (pages === 0) { console.error(`no page in ${folder}`); process.exit(1); }
// WCAG 2.1, 1.4.3: the colours of the style, each against what it is put on, in light and dark.
const luminance = c => { const [r, g, b] = [1, 3, 5].map(i => parseInt(c.slice(i, i + 2), 16) / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
if (contrast('#ffffff', '#767676') < 4.5 || contrast('#ffffff', '#777777') >= 4.5) { console.error('the contrast is computed wrongly'); process.exit(1); }
for (const file of readdirSync(folder).filter(f => f.endsWith('.html'))) {
  const style = /<style>([\s\S]*?)<\/style>/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
  for (const block of [...style.matchAll(/:root \{([^}]*)\}/g)].slice(0, 2)) {
    const colour = Object.fromEntries([...block[1].matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(m => [m[1], m[2]]));
    const pairs = [['ink', 'paper'], ['quiet', 'paper'], ['link', 'paper'], ...['contradiction', 'discrepancy', 'refinement', 'agreement', 'single'].flatMap(s => [[s, s + '-wash'], [s, 'paper'], ['ink', s + '-wash']])];
    for (const [a, b] of pairs) if (colour[a] && colour[b] && contrast(colour[a], colour[b]) < 4.5) { faults++; console.error(`${file}: ${a} on ${b} has a contrast of ${contrast(colour[a], colour[b]).toFixed(2)}`); }
  }
}
console.log(`checked ${pages} pages: ${faults} faults`);
process.exit(faults ? 1 : 0);

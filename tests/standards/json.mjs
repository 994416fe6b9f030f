// SPDX-License-Identifier: GPL-3.0-or-later
// ajv with the schemas of this folder, and schema.org's own domains and ranges over everything that a ClaimReview says.
//   node json.mjs FOLDER     checks FOLDER/*claimreview.json, *annotations.json, *ninjs.json; exit code 1 on a fault
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = new URL('.', import.meta.url);
const folder = process.argv[2];
let faults = 0;
const fault = (file, message) => { faults++; console.error(`${file}: ${message}`); };

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, strictTuples: false });
addFormats(ajv);
const schemas = {};
for (const name of ['claimreview', 'annotations', 'ninjs'])
  schemas[name] = ajv.compile(JSON.parse(readFileSync(new URL(`${name}.schema.json`, here), 'utf8')));

// schema.org: class and property definitions from the quads that its vocabulary package carries.
const vocabulary = join(dirname(createRequire(import.meta.url).resolve('@vocabulary/schema')), 'schema.nq');
const S = 'http://schema.org/', sub = new Map(), domain = new Map(), range = new Map(), classes = new Set();
const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
for (const line of readFileSync(vocabulary, 'utf8').split('\n')) {
  const m = /^<([^>]*)> <([^>]*)> <([^>]*)> /.exec(line);
  if (!m) continue;
  const [, s, p, o] = m;
  if (p.endsWith('#subClassOf')) add(sub, s, o);
  if (p === S + 'domainIncludes') add(domain, s, o);
  if (p === S + 'rangeIncludes') add(range, s, o);
  if (p.endsWith('#type') && o.endsWith('rdf-schema#Class')) classes.add(s);
}
const ancestors = (c, seen = new Set()) => { if (!seen.has(c)) { seen.add(c); (sub.get(c) ?? []).forEach(x => ancestors(x, seen)); } return seen; };
const fits = (type, wanted) => wanted.some(w => ancestors(type).has(w));
const date = /^\d{4}-\d{2}-\d{2}$/, dateTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-][\d:]+)?$/, url = /^[a-z][a-z0-9+.-]*:\S+$/i;
function literalFits(value, wanted) {
  const any = t => wanted.includes(S + t);
  if (typeof value === 'number') return any('Number') || any('Integer') || any('Float');
  if (typeof value === 'boolean') return any('Boolean');
  return any('Text') || (any('URL') && url.test(value)) || (any('Date') && date.test(value)) || (any('DateTime') && dateTime.test(value)) ||
    (any('DateTime') && date.test(value) && any('Date'));
}
function domainAndRange(file, node, path) {
  const type = S + node['@type'];
  if (!classes.has(type)) return fault(file, `${path}: schema.org has no type ${node['@type']}`);
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith('@')) continue;
    const property = S + name, at = `${path}.${name}`;
    if (!domain.has(property)) { fault(file, `${at}: schema.org has no such property`); continue; }
    if (!fits(type, domain.get(property))) fault(file, `${at}: is no property of ${node['@type']}`);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && typeof one === 'object') {
        if (!fits(S + one['@type'], range.get(property) ?? [])) fault(file, `${at}: may not be a ${one['@type']}`);
        domainAndRange(file, one, at);
      } else if (!literalFits(one, range.get(property) ?? [])) fault(file, `${at}: ${JSON.stringify(one)} is of none of the types ${range.get(property)}`);
    }
  }
}

// The checker must be able to find faults: each of these is one.
let planted = 0;
const before = console.error;
console.error = () => {};
for (const wrong of [{ '@type': 'ClaimRevue' }, { '@type': 'ClaimReview', ratingValue: 3 }, { '@type': 'ClaimReview', reviewRating: { '@type': 'Person', name: 'x' } },
                     { '@type': 'ClaimReview', datePublished: 'yesterday' }, { '@type': 'ClaimReview', notAProperty: 'x' }]) {
  faults = 0;
  domainAndRange('planted', wrong, '$');
  planted += faults > 0 ? 1 : 0;
}
console.error = before;
faults = 0;
if (planted !== 5) fault('json.mjs', `5 faults were planted in front of the check of domains and ranges, it saw ${planted}`);

const files = readdirSync(folder).filter(f => f.endsWith('.json')).sort();
const seen = { claimreview: 0, annotations: 0, ninjs: 0 };
for (const file of files) {
  const name = Object.keys(schemas).find(n => file.endsWith(`${n}.json`));
  if (!name) continue;
  seen[name]++;
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!schemas[name](data)) for (const e of schemas[name].errors) fault(file, `${e.instancePath || '$'} ${e.message} ${JSON.stringify(e.params)}`);
  if (name === 'claimreview') data['@graph'].forEach((node, i) => domainAndRange(file, node, `$[${i}]`));
  if (name === 'annotations') {
    for (const a of data.first.items) {
      const [quote, position] = a.target.selector;
      if ([...quote.exact].length !== position.end - position.start) fault(file, `${a.id}: the quote has ${[...quote.exact].length} code points, the position ${position.end - position.start}`);
    }
    if (data.total !== data.first.items.length) fault(file, `total is ${data.total}, and there are ${data.first.items.length}`);
  }
}
for (const [name, count] of Object.entries(seen)) if (count === 0) fault(folder, `no file of the format ${name} was there to check`);
console.log(`checked ${Object.entries(seen).map(([n, c]) => `${c} ${n}`).join(', ')}: ${faults} faults`);
process.exit(faults ? 1 : 0);

/**
 * What a first query costs in a real browser with an empty cache, and later ones.
 *
 *     SITE=public node cold.mjs QUERIES.tsv [how many]
 *
 * Every script is sent with gzip, as hosts do; the index is deflated already. Bytes are those of
 * bodies, the module's among them. Time is what the browser's main thread worked, the call from
 * outside included.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../tests/browser/site.mjs';

const site = resolve(process.env.SITE ?? 'public');
const [queries, most = '100'] = process.argv.slice(2);
/** @type {number[]} sizes of what was asked for */
let log = [];

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://site');
  const file = join(site, pathname);
  if (pathname === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title>');
  if (!file.startsWith(site) || !existsSync(file)) return void response.writeHead(404).end();
  const script = pathname.endsWith('.js');
  const body = script ? gzipSync(readFileSync(file)) : readFileSync(file);
  log.push(body.length);
  response.writeHead(200, { 'cache-control': 'max-age=3600', ...(script && { 'content-encoding': 'gzip', 'content-type': 'text/javascript' }) }).end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await openBrowser();

async function page() {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.evaluate(async () => {
    globalThis.opened = import('/search/search.js').then(({ open }) => open(`${location.origin}/`));
  });
  const ask = (query) => tab.evaluate(async (it) => void (await (await globalThis.opened).search(it)), query);
  return { context, tab, ask };
}

const sum = () => log.reduce((a, b) => a + b, 0);
const all = readFileSync(queries, 'utf8').trim().split('\n').map((it) => it.split('\t')[0]);
const asked = all.filter((_, at) => at % Math.ceil(all.length / Number(most)) === 0);
const cold = { bytes: [], requests: [] };
for (const query of asked) {
  log = [];
  const { context, ask } = await page();
  await ask(query);
  cold.bytes.push(sum());
  cold.requests.push(log.length);
  await context.close();
}

const warm = { bytes: [], milliseconds: [] };
const { context, tab, ask } = await page();
const inspector = await context.newCDPSession(tab);
await inspector.send('Performance.enable');
const worked = async () => 1000 * ((await inspector.send('Performance.getMetrics')).metrics.find((it) => it.name === 'TaskDuration')?.value ?? 0);
await ask(asked[0]);
for (const query of asked) {
  log = [];
  await ask(query);
  warm.bytes.push(sum());
}
for (const query of asked) {
  const before = await worked();
  await ask(query);
  warm.milliseconds.push((await worked()) - before);
}
await browser.close();
server.close();

const at = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];
for (const [name, numbers] of [...Object.entries(cold).map(([key, it]) => [`cold ${key}`, it]), ...Object.entries(warm).map(([key, it]) => [`warm ${key}`, it])])
  console.log(name, ...[0.5, 0.95, 1].map((share) => `p${share * 100} ${at(numbers, share).toFixed(name.endsWith('s') && !name.includes('milli') ? 0 : 1)}`));

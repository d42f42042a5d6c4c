#!/usr/bin/env node
/**
 * How long an editor waits: `node benches/preview.mjs SITE [EDITS]`, SITE a catalogue that may be
 * written to (every file is put back). Of each kind of edit: median and 95th percentile of the
 * time from the save until a request for the page is answered with the new one, and its share of
 * a cold build; CPU of the preview until then (Linux). THUTUC is the program, else target/release/thutuc.
 * After tests/run has installed its browser driver, also until a page open in Chromium has loaded
 * itself anew, style and scripts too.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import http from 'node:http';
import { join, dirname, basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = process.argv[2];
const edits = Number(process.argv[3] ?? 20);
const thutuc = process.env.THUTUC ?? fileURLToPath(new URL('../target/release/thutuc', import.meta.url));
const day = '2026-11-24';
if (!root) {
  console.error('node benches/preview.mjs SITE [EDITS]');
  process.exit(2);
}

const files = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((it) => join(folder, it)).sort();
const text = (path) => readFileSync(join(root, path), 'utf8');

/** One try is enough where the build is slow; three show what the disk and others did. */
function coldBuild() {
  const times = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const out = mkdtempSync(join(dirname(root), '.preview-'));
    const begin = performance.now();
    execFileSync(thutuc, ['build', '--quiet', '--root', root, '--output', join(out, 'site'), '--as-of', day], { stdio: 'ignore' });
    times.push(performance.now() - begin);
    rmSync(out, { recursive: true });
  }
  return times.sort((a, b) => a - b)[1];
}

/** Milliseconds of CPU that the process has used; on a busy machine they tell more than the clock. */
function used(pid) {
  let sum = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    sum += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
  }
  return sum / 1e6;
}

const agent = new http.Agent({ keepAlive: true });
const get = (port, path) =>
  new Promise((done, fail) => {
    http
      .get({ port, host: '127.0.0.1', path, agent }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part) => (body += part)).on('end', () => done(body));
      })
      .on('error', fail);
  });

/** Resolves at the next word of the preview that it has built. */
function follow(port) {
  let waiting = [];
  http.get({ port, host: '127.0.0.1', path: '/_thutuc/events' }, (answer) => {
    answer.setEncoding('utf8').on('data', (part) => {
      if (!part.includes('data:')) return;
      const all = waiting;
      waiting = [];
      for (const it of all) it();
    });
  });
  return () => new Promise((done) => waiting.push(done));
}

/** A page in a browser that tells each title it has loaded; none where the tests' driver is not installed. */
async function openTab() {
  const tests = fileURLToPath(new URL('../tests/browser/site.mjs', import.meta.url));
  if (!existsSync(join(dirname(tests), 'node_modules/playwright-core'))) return undefined;
  const { openBrowser } = await import(tests);
  const tab = await (await openBrowser()).newPage();
  let told = () => {};
  // Asking the page would cost more than the page does: it tells by itself.
  await tab.exposeFunction('tell', (title) => told(title));
  await tab.addInitScript(() => addEventListener('load', () => globalThis.tell(document.title)));
  return {
    goto: (address) => tab.goto(address),
    loaded: () => new Promise((done) => (told = done)),
  };
}

async function main() {
  const base = 'themes/default/templates/base.html';
  const has = existsSync(join(root, base));
  if (!has) {
    mkdirSync(dirname(join(root, base)), { recursive: true });
    writeFileSync(join(root, base), readFileSync(fileURLToPath(new URL(`../${base}`, import.meta.url))));
  }
  const cold = coldBuild();
  const preview = spawn(thutuc, ['serve', '--root', root, '--port', '0', '--lang', 'en', '--as-of', day], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const begin = performance.now();
  const lines = createInterface({ input: preview.stdout });
  const port = await new Promise((done) =>
    lines.on('line', (line) => {
      const found = line.match(/^Serving http:\/\/127\.0\.0\.1:(\d+)/);
      if (found) done(Number(found[1]));
    }),
  );
  console.log(`cold build ${cold.toFixed(0)} ms, preview ready after ${(performance.now() - begin).toFixed(0)} ms\n`);
  console.log('| edit | page | median ms | p95 ms | share of a cold build | median CPU ms |\n| --- | --- | --- | --- | --- | --- |');
  const built = follow(port);
  await built();

  const tab = await openTab();
  const rest = () => new Promise((done) => setTimeout(done, 600));
  async function measure(name, page, path, changed, sign, inBrowser = false) {
    const original = text(path);
    const times = [];
    const cpu = [];
    await get(port, page);
    if (inBrowser) await tab.goto(`http://127.0.0.1:${port}${page}`);
    for (let nth = 0; nth < edits; nth += 1) {
      await rest();
      const token = `${sign}${nth}x`;
      const next = built();
      const before = used(preview.pid);
      const start = performance.now();
      writeFileSync(join(root, path), changed(original, token));
      if (inBrowser) {
        while (!(await tab.loaded()).includes(token));
      } else {
        await next;
        while (!(await get(port, page)).includes(token)) await built();
      }
      times.push(performance.now() - start);
      cpu.push(used(preview.pid) - before);
    }
    writeFileSync(join(root, path), original);
    for (const it of [times, cpu]) it.sort((a, b) => a - b);
    const at = (share, of = times) => of[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)];
    console.log(
      `| ${name} | ${page} | ${at(0.5).toFixed(1)} | ${at(0.95).toFixed(1)} | ${((100 * at(0.5)) / cold).toFixed(1)} % | ${at(0.5, cpu).toFixed(1)} |`,
    );
    await rest();
  }

  const records = files('content/procedures').filter((it) => it.endsWith('.yaml'));
  const record = records[records.length >> 1];
  const prose = record.replace(/\.yaml$/, '.md');
  const own = `/thu-tuc/${basename(record, '.yaml')}/`;
  const titled = (original, token) => original.replace(/^title:(?:\s+\{?vi:)? "?/m, (it) => `${it}Zq${token} `);
  await measure('title of a procedure', own, record, titled, 'a');
  if (tab) await measure('title of a procedure, in Chromium', own, record, titled, 'f', true);
  if (existsSync(join(root, prose))) {
    await measure('prose of a procedure', own, prose, (it, token) => `${it}\n\nZq${token}\n`, 'b');
  }
  // The agency that most procedures name.
  const uses = new Map();
  for (const it of records) {
    const id = text(it).match(/^agency: "?([a-z0-9-]+)/m)?.[1];
    if (id) uses.set(id, [...(uses.get(id) ?? []), it]);
  }
  const agencies = [...uses].sort((a, b) => Math.abs(a[1].length - 500) - Math.abs(b[1].length - 500));
  const [agency, users] = agencies[0];
  const of = `an agency of ${users.length} procedures`;
  const place = `content/agencies/${agency}.yaml`;
  await measure(of, `/co-quan/${agency}/`, place, titled, 'c');
  await measure(of, `/thu-tuc/${basename(users[0], '.yaml')}/`, place, titled, 'd');
  await measure('the template of all pages', own, base, (it, token) => it.replace('</body>', `<!-- Zq${token} --></body>`), 'e');
  preview.kill();
  if (!has) rmSync(join(root, base));
}

await main();
process.exit(0);

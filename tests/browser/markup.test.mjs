/** The whole output against the rules of HTML and CSS, by the W3C's checker. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import vnuJar from 'vnu-jar';
import { openSite } from './site.mjs';

/** What the checker finds in files and folders, as `file:line: message`. */
function faults(...paths) {
  const run = spawnSync('java', ['-jar', String(vnuJar), '--errors-only', '--skip-non-html', '--format', 'json', ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.ifError(run.error);
  const { messages } = JSON.parse(run.stderr);
  return messages.map((it) => `${it.url}:${it.lastLine}: ${it.message}`);
}

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('every page is valid HTML', () => {
  assert.ok(site.pages.length > 100, `only ${site.pages.length} pages were built`);
  assert.deepEqual(faults(site.folder), []);
});

test('the checker sees a mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thutuc-mistake-'));
  writeFileSync(join(folder, 'mistake.html'), '<!doctype html><html lang="vi"><title>x</title><p><ul></ul></p></html>');
  const found = faults(folder);
  rmSync(folder, { recursive: true });
  assert.match(found.join('\n'), /No “p” element in scope/);
});

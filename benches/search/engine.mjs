/**
 * The searcher that a built site ships, for a scorer: `build(docs, { variant })` gives
 * `{ search(query, k) }`, best ids first. Reads the folder named by SITE, the very files and the
 * very module that a browser would get.
 *
 * @module
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A `fetch` that reads the folder, and counts what it read. */
export function reading(folder, log = []) {
  return async (url) => {
    const path = join(folder, new URL(url).pathname);
    try {
      const bytes = readFileSync(path);
      log.push([path, bytes.length]);
      return new Response(bytes);
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}

export async function build(_docs, _options) {
  const site = resolve(process.env.SITE ?? 'public');
  const { open } = await import(pathToFileURL(join(site, 'search/search.js')).href);
  const log = [];
  const engine = await open('http://site/', { fetch: reading(site, log) });
  const files = readdirSync(join(site, 'search'));
  return {
    stats: { files: files.length, dirBytes: files.reduce((sum, it) => sum + statSync(join(site, 'search', it)).size, 0), log },
    async search(query, k) {
      const { results } = await engine.search(query, { limit: k });
      return results.map((it) => it.id);
    },
  };
}

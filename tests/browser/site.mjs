/**
 * The real catalogue, built by the real program and served as an ordinary static host would
 * serve it, for tests in a real browser.
 *
 * @module
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** The project's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The checker that runs in a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const THUTUC = process.env.THUTUC ?? join(ROOT, 'target/debug/thutuc');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Where `tests/run` has built the catalogue once for all files that only read it. A file run by itself builds its own. */
const BUILT = process.env.THUTUC_SITE;

/** Runs the program; throws with what it printed if it fails. */
export function thutuc(...args) {
  return execFileSync(THUTUC, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * What a command prints when it is given `input`; fails with what it complains of.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string | Buffer} input
 */
export async function run(command, args, input) {
  const running = promisify(execFile)(command, args, { encoding: 'buffer', maxBuffer: 1 << 28 });
  // Who ends without reading it all says by its code whether something is wrong.
  running.child.stdin?.on('error', () => {});
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** The day of the tests: none of the catalogue's changes lies ahead of it, which pages would tell as coming. */
export const DAY = '2026-12-01';

/** How the catalogue of `root` is built into `folder`. */
const building = (/** @type {string} */ root, /** @type {string} */ folder, day = DAY) => ['build', '--quiet', '--root', root, '--output', folder, '--as-of', day];

/** The catalogue, built into `folder`. @param {string} folder */
export const build = (folder) => thutuc(...building(ROOT, folder));

/**
 * Serves the catalogue of `root` on a free port of this machine, until `close()`. That of the
 * project may be in a folder that other files read too: nothing is written there.
 *
 * @param {{root?: string, args?: string[], day?: string}} [options]
 */
export async function openSite({ root = ROOT, args = [], day = DAY } = {}) {
  const shared = root === ROOT && args.length === 0 && day === DAY ? BUILT : undefined;
  const folder = shared ?? mkdtempSync(join(tmpdir(), 'thutuc-site-'));
  if (!shared) thutuc(...building(root, folder, day), ...args);
  const headers = headersFor(folder);
  const state = { online: true };
  const server = createServer((request, response) => {
    if (!state.online) return void request.socket.destroy();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    let file = join(folder, path);
    if (!file.startsWith(folder)) return void response.writeHead(400).end();
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return void response.writeHead(301, { Location: `${path}/` }).end();
      file = join(file, 'index.html');
    }
    const found = existsSync(file);
    if (!found) file = join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      ...headers,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  // A test that fails before it closes the site ends all the same, and the run with it.
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    folder,
    /** Whether the server answers; without it, browsers find no network. */
    set online(/** @type {boolean} */ it) {
      state.online = it;
    },
    /** What is built into the folder from now on; the server goes on meanwhile. @param {string} [from] */
    async rebuild(from = root) {
      if (shared) throw new Error('other tests read this site too');
      await promisify(execFile)(THUTUC, [...building(from, folder, day), ...args], { cwd: ROOT });
    },
    origin: `http://127.0.0.1:${port}`,
    /** Every page of the site as an address path, in order. */
    pages: htmlFiles(folder).map((file) => `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/')),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      if (!shared) rmSync(folder, { recursive: true });
    },
  };
}

/** What the site's own `_headers` file says of every page, so that its policy is the one tested. */
function headersFor(folder) {
  const file = join(folder, '_headers');
  if (!existsSync(file)) return {};
  const all = {};
  let ofEveryPage = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line)) ofEveryPage = line.trim() === '/*';
    const header = line.match(/^\s+([\w-]+):\s*(.+)$/);
    if (ofEveryPage && header) all[header[1]] = header[2];
  }
  return all;
}

function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.html'))
    .sort()
    .map((it) => join(folder, it));
}

/**
 * One page of each kind, Vietnamese and English: the kind's name to an address path.
 * A kind that the build does not have is a mistake of the test, not a page less to look at.
 */
export function pageKinds(site) {
  const first = (pattern) => {
    const found = site.pages.find((it) => pattern.test(it));
    if (!found) throw new Error(`no page of the site looks like ${pattern}`);
    return found;
  };
  return {
    home: '/',
    procedure: '/thu-tuc/cap-dien-sinh-hoat/',
    'procedure for one corporation': first(/^\/thu-tuc\/cap-dien-sinh-hoat\/[^/]+\/$/),
    field: first(/^\/linh-vuc\/[^/]+\/$/),
    audience: first(/^\/doi-tuong\/[^/]+\/$/),
    agency: first(/^\/co-quan\/[^/]+\/$/),
    offices: '/noi-nop/',
    office: first(/^\/noi-nop\/[^/]+\/$/),
    journey: '/tinh-huong/xay-nha-moi/',
    'first question': '/chon/cap-dien-moi/',
    'later question': '/chon/cap-dien-moi/sinh-hoat/',
    'outcome of questions': '/chon/cap-dien-moi/sinh-hoat/trung-ap/',
    'outcome to call': '/chon/cap-dien-moi/mua-buon/ha-ap/',
    alphabet: '/a-z/',
    search: '/tim-kiem/',
    'wall notice': '/niem-yet/cap-dien-sinh-hoat/',
    leaflet: '/to-roi/cap-dien-sinh-hoat/',
    'call-centre card': '/the-tong-dai/cap-dien-sinh-hoat/',
    'all sheets': '/to-in/',
    'plain page': '/gioi-thieu/',
    'without a network': '/ngoai-tuyen/',
    'accessibility statement': '/tiep-can/',
    'not found': '/404.html',
    'home in English': '/en/',
    'procedure in English': '/en/thu-tuc/cap-dien-sinh-hoat/',
  };
}

/** A headless browser without sandbox (tests run as root in containers) and without a word to anyone outside. */
export async function openBrowser() {
  const args = [
    '--disable-gpu',
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // One that crashed while it started says nothing of the site, and starts the next time.
  for (let left = 2; ; left--) {
    try {
      return await chromium.launch({ executablePath: CHROMIUM, args });
    } catch (error) {
      if (!left) throw error;
    }
  }
}

/**
 * The site and a browser for all tests of a file: opened before the first, closed after the last.
 * Both are there once the tests run, not before.
 *
 * @param {Parameters<typeof openSite>[0]} [options]
 */
export function useSite(options) {
  /** @type {{site: Awaited<ReturnType<typeof openSite>>, browser: import('playwright-core').Browser}} */
  const shared = /** @type {any} */ ({});
  before(async () => {
    shared.site = await openSite(options);
    shared.browser = await openBrowser();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return shared;
}

/**
 * Opens a tab that remembers what a reader must never cause: a request to another origin, a
 * policy violation, an error in a script.
 */
export async function openTab(browser, site, options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const tab = await context.newPage();
  const troubles = [];
  tab.on('request', (it) => {
    if (!it.url().startsWith(site.origin) && !/^(data|blob):/.test(it.url())) troubles.push(`asked ${it.url()}`);
  });
  tab.on('console', (it) => {
    const expected = /Failed to load resource.*404/.test(it.text());
    if (it.type() === 'error' && !expected) troubles.push(it.text());
  });
  tab.on('pageerror', (it) => troubles.push(String(it)));
  return { tab, troubles, close: () => context.close() };
}

/**
 * The page at `path` as the build wrote it, for `tab.evaluate(look, page)`. Nothing is laid out and no
 * script runs: hundreds of pages are read this way in the time of a few visits.
 */
export function readPage(tab, site, path) {
  const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
  return tab.evaluateHandle((it) => new DOMParser().parseFromString(it, 'text/html'), html);
}

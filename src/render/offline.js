/**
 * Keeps what a reader has seen, where a reader asked for it.
 *
 * Pages come from the network whenever there is one. With a new version of the site all that is
 * kept is fetched anew on the first visit: no copy is older than the visit before.
 */
'use strict';

const ROOT = new URL('./', self.location.href);
const OURS = `thutuc ${ROOT.pathname} `;
const KEPT = OURS + VERSION;

self.addEventListener('install', (event) => event.waitUntil(begin()));
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
  // Not waited for: until then no page would open.
  renew();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return;
  // What is asked (`?q=`) is answered by the page itself.
  const key = url.origin + url.pathname;
  // Names of assets change with their bytes.
  const forEver = url.pathname.startsWith(`${ROOT.pathname}assets/`);
  event.respondWith((async () => (forEver && (await kept(key))) || fromNetwork(event, key))());
  if (request.mode === 'navigate') event.waitUntil(renew());
});

async function begin() {
  const cache = await caches.open(KEPT);
  await cache.addAll(FIRST.map((it) => new Request(new URL(it, ROOT), { cache: 'no-cache' })));
  await self.skipWaiting();
}

/** Of this version, or of one before. @param {string} key @returns {Promise<Response | undefined>} */
async function kept(key) {
  return (await (await caches.open(KEPT)).match(key)) ?? caches.match(key);
}

/** @param {FetchEvent} event @param {string} key @returns {Promise<Response>} */
async function fromNetwork(event, key) {
  try {
    const response = await fetch(event.request);
    if (isWhole(response)) event.waitUntil(keep(key, response.clone()));
    return response;
  } catch (error) {
    const seen = await kept(key);
    if (seen) return seen;
    if (event.request.mode !== 'navigate') throw error;
    return lost(key);
  }
}

/** @param {Response} response */
const isWhole = (response) => response.status === 200 && response.type === 'basic' && !response.redirected;

/** @param {string} key @param {Response} response */
async function keep(key, response) {
  const cache = await caches.open(KEPT);
  await cache.put(key, response);
  const first = new Set(FIRST.map((it) => new URL(it, ROOT).href));
  const pages = (await cache.keys()).filter((it) => it.url.endsWith('/') && !first.has(it.url));
  for (const it of pages.slice(0, -MOST)) await cache.delete(it);
}

/** The page that says so, at the address that was asked for. @param {string} key */
async function lost(key) {
  const path = key.slice(ROOT.href.length);
  const [, page] = LOST.find(([base]) => path.startsWith(base));
  const html = await (await kept(new URL(page, ROOT).href)).text();
  const up = '../'.repeat(page.split('/').length - 1);
  const here = html.replaceAll(`="${up}`, `="${ROOT.pathname}`).replace('id="offline-lost" hidden', 'id="offline-lost"');
  return new Response(here, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** @type {Promise<void> | undefined} */
let renewing;

/** Fetches anew what older versions kept, then forgets them; interrupted, goes on at the next visit. */
function renew() {
  renewing ??= renewAll()
    .catch(() => {})
    .finally(() => (renewing = undefined));
  return renewing;
}

async function renewAll() {
  const cache = await caches.open(KEPT);
  const names = await caches.keys();
  // To a worker that is replaced, what the newer one keeps looks old.
  const { installing, waiting } = self.registration;
  if (installing || waiting || self.serviceWorker?.state === 'redundant') return;
  for (const name of names) {
    if (!name.startsWith(OURS) || name === KEPT) continue;
    const before = await caches.open(name);
    for (const { url } of await before.keys()) {
      if (url.startsWith(`${ROOT.href}assets/`) || (await cache.match(url))) continue;
      const response = await fetch(url, { cache: 'no-cache' });
      if (isWhole(response)) await cache.put(url, response);
      else if (response.status !== 404 && response.status !== 410) throw new Error(`${response.status}`);
    }
    await caches.delete(name);
  }
}

/**
 * The page on which a reader keeps the site on the device, sees what is kept, and lets go of it.
 * All words stand in the page as `data-` attributes.
 */
'use strict';

(() => {
  const part = /** @type {HTMLElement} */ (document.getElementById('offline'));
  const words = part.dataset;
  const root = new URL(words.root ?? './', location.href);
  const state = /** @type {HTMLElement} */ (document.getElementById('offline-state'));
  const button = /** @type {HTMLButtonElement} */ (part.querySelector('button'));
  const seen = /** @type {HTMLElement} */ (document.getElementById('offline-seen'));

  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  // What the button does is told where there is one.
  document.getElementById('offline-how')?.removeAttribute('hidden');

  /** Names of what is kept of this site. @returns {Promise<string[]>} */
  const ours = async () => (await caches.keys()).filter((it) => it.startsWith(`thutuc ${root.pathname} `));

  /** Address and title. @returns {Promise<Map<string, string>>} */
  async function pages() {
    const found = new Map();
    for (const name of await ours()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!request.url.endsWith('/') || request.url.endsWith('/ngoai-tuyen/')) continue;
        const html = await (await cache.match(request))?.text();
        const { title } = new DOMParser().parseFromString(html ?? '', 'text/html');
        found.set(request.url, title.split(' – ')[0]);
      }
    }
    return found;
  }

  /** @returns {Promise<ServiceWorkerRegistration | undefined>} */
  async function registration() {
    const found = await workers.getRegistration(root.href);
    return found?.scope === root.href ? found : undefined;
  }

  async function show() {
    const on = (await registration())?.active;
    state.textContent = (on ? words.on : words.off) ?? '';
    button.textContent = (on ? words.remove : words.save) ?? '';
    button.hidden = false;
    const list = on ? await pages() : new Map();
    seen.hidden = !list.size;
    const items = [...list].map(([url, title]) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = url;
      link.textContent = title;
      item.append(link);
      return item;
    });
    seen.querySelector('ul')?.replaceChildren(...items);
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const now = await registration();
      if (now) {
        await now.unregister();
        await Promise.all((await ours()).map((it) => caches.delete(it)));
      } else {
        state.textContent = words.saving ?? '';
        await workers.register(new URL('sw.js', root));
        await workers.ready;
      }
      await show();
    } catch {
      state.textContent = words.failed ?? '';
    }
    button.disabled = false;
  });

  show();
})();

/** This site is no longer kept on devices: lets go of what was, and of itself. */
'use strict';

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const ours = `thutuc ${new URL('./', self.location.href).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await self.registration.unregister();
}

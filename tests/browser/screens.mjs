/**
 * Draws every kind of page at 360 and 1280 px, light and dark, into docs/screens/ and the picture
 * of the README: `node tests/browser/screens.mjs`. Look at them before you land a change of the theme.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, openBrowser, openSite, openTab, pageKinds } from './site.mjs';

const site = await openSite();
const browser = await openBrowser();
const folder = join(ROOT, 'docs/screens');
mkdirSync(folder, { recursive: true });

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    const { tab, close } = await openTab(browser, site, { colorScheme, viewport: { width, height: width === 360 ? 1280 : 900 } });
    for (const [kind, path] of Object.entries(pageKinds(site))) {
      await tab.goto(site.origin + path, { waitUntil: 'networkidle' });
      const name = `${kind.replaceAll(' ', '-')}-${width}-${colorScheme}`;
      // The browser writes WebP itself: a tenth of the size of PNG.
      const shot = await (await tab.context().newCDPSession(tab)).send('Page.captureScreenshot', { format: 'webp', quality: 40 });
      writeFileSync(join(folder, `${name}.webp`), Buffer.from(shot.data, 'base64'));
    }
    await close();
  }
}
const { tab, close } = await openTab(browser, site, { viewport: { width: 1280, height: 800 } });
await tab.goto(`${site.origin}/thu-tuc/cap-dien-sinh-hoat/`, { waitUntil: 'networkidle' });
await tab.screenshot({ path: join(ROOT, 'docs/screenshot.png') });
await close();
await browser.close();
await site.close();
console.log(execFileSync('du', ['-sh', folder], { encoding: 'utf8' }));

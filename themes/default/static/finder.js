/**
 * Leaves of the list of offices those whose names begin as one types. Every name stands in the
 * page, folded by the build; this only compares.
 */
'use strict';

(() => {
  /** Milliseconds before the count is spoken. */
  const SPEAK = 300;

  const form = /** @type {HTMLFormElement} */ (document.querySelector('.finder'));
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input'));
  const status = /** @type {HTMLElement} */ (form.querySelector('[role=status]'));
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-find]')]);
  const provinces = /** @type {Set<HTMLElement>} */ (new Set(rows.map((it) => it.closest('section'))));
  let speaking = 0;

  /** Words without marks, a space between: as the build cuts names. @param {string} text */
  const fold = (text) =>
    text.normalize('NFD').toLowerCase().normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/g, 'd').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  /** Words typed with Telex or VNI keys while the keyboard was off. @param {string} text */
  const typed = (text) => text.replace(/([aeod])\1/g, '$1').replace(/w/g, '').replace(/([aeiouy]\w*?)[sfrxj]/g, '$1').replace(/([a-z])\d+/g, '$1');

  /** What each word of a name begins with; a number only as a whole. @param {string} name */
  const begins = (name) => ` ${name}${/(^| )\d+$/.test(name) ? ' ' : ''}`;

  /** Rows in whose names all of these stand. @param {string[]} parts */
  const having = (...parts) => rows.filter((row) => parts.every((it) => row.dataset.find?.includes(begins(it))));

  /** As it is shown, marks and all. @param {HTMLElement} row */
  const shown = (row) => `${row.closest('section')?.querySelector('h2')?.textContent} ${row.textContent}`.toLowerCase();

  /** Names that go on as typed before those that only have the words. @param {string} query */
  function matching(query) {
    const folded = fold(query);
    if (!folded) return rows;
    const decoded = typed(folded);
    const tries = [() => having(folded), () => having(...folded.split(' ')), () => having(decoded), () => having(...decoded.split(' '))];
    let found = /** @type {HTMLElement[]} */ ([]);
    for (const attempt of tries) found = found.length ? found : attempt();
    // Who types marks means them, where anything has them.
    const small = query.toLowerCase();
    const exact = folded === small ? [] : found.filter((it) => shown(it).includes(small));
    return exact.length ? exact : found;
  }

  function find() {
    const query = input.value.trim();
    const found = new Set(matching(query));
    for (const it of rows) it.hidden = !found.has(it);
    for (const it of provinces) it.hidden = ![...it.querySelectorAll('li')].some((row) => !row.hidden);
    document.querySelector('.finder + nav')?.toggleAttribute('hidden', query !== '');
    const says = (found.size ? form.dataset.count : form.dataset.nothing) ?? '';
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      status.textContent = query ? says.replace('{n}', String(found.size)).replace('{q}', query) : '';
    }, SPEAK);
    const here = new URL(location.href);
    if (query) here.searchParams.set('q', query);
    else here.searchParams.delete('q');
    if (here.href !== location.href) history.replaceState(null, '', here);
  }

  input.addEventListener('input', find);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    find();
    // The keyboard of a phone would lie over the list.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
  });
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) find();
})();

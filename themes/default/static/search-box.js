/**
 * The box one types into, and what is found as one types: a list below the box on the home page,
 * the whole answer on the search page. Nothing is loaded before the box is used.
 *
 * All words stand in the page as `data-` attributes of the form; `search/search.js` does the finding,
 * `search/signposts.js` that of pages that are no procedures.
 */
'use strict';

/**
 * @typedef {{ id: string, url: string, title: string, task: string, time: string, fee: string, level: string, field: string, fieldLang: string, marks: [number, number][] }} Result
 * @typedef {{ value: string, title: string, lang: string, count: number }} Choice
 * @typedef {{ understood: string, repaired: boolean, total: number, results: Result[], near: Result[], facets?: Record<string, Choice[]> }} Answer
 * @typedef {Record<string, string[]>} Filters
 * @typedef {{ label: string, title: string, titleLang: string, url: string, note: string, noteLang: string, share: number }} Signpost
 * @typedef {{ signposts: Signpost[], first: boolean }} Named
 * @typedef {{ find(query: string, title?: string): Named }} Signposts
 * @typedef {{ search(query: string, options: object): Promise<Answer> }} Engine
 * @typedef {{ open(base: string): Promise<Engine>, signposts(engine: Engine): Promise<Signposts> }} Modules
 */

(() => {
  /** Milliseconds of rest before a search, and before the count is spoken. */
  const REST = 120;
  const SPEAK = 300;
  /** Milliseconds after which what helps without a search is shown again, though it may jump. */
  const PATIENCE = 4000;
  const SHORTEST = 2;
  const IN_THE_BOX = 6;
  /** Pixels: less of a list than this says nothing. */
  const ROOM = 120;
  const ON_THE_PAGE = 50;
  /** Other pages in the box, and of 64, how much of a name the query must be for that. */
  const SIGNPOSTS_IN_THE_BOX = 2;
  const HALF = 32;
  const FACETS = ['field', 'audience', 'agency', 'channel', 'level', 'province'];

  const form = /** @type {HTMLFormElement} */ (document.querySelector('form.search'));
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input[type=search]'));
  const list = /** @type {HTMLElement | null} */ (document.getElementById('search-list'));
  const page = document.getElementById('search-results');
  const status = /** @type {HTMLElement} */ (document.getElementById('search-status'));
  const words = form.dataset;
  const base = new URL(words.base ?? './', location.href).href;
  const fromFolder = location.protocol === 'file:';

  /** @type {Promise<Engine> | undefined} */
  let engine;
  /** @type {Promise<Signposts> | undefined} */
  let signposts;
  /** @type {Filters} */
  let filters = {};
  let verbatim = false;
  let facetsOpen = false;
  let typing = 0;
  let speaking = 0;
  let waiting = 0;
  let chosen = -1;

  /** @returns {Promise<Engine>} */
  function load() {
    // A failure is forgotten, so that the next key tries again.
    engine ??= (fromFolder ? fromScript() : fromModules()).then(opened).catch((/** @type {unknown} */ error) => {
      engine = undefined;
      throw error;
    });
    return engine;
  }

  /** @param {Modules} modules */
  async function opened(modules) {
    const engine = await modules.open(base);
    // Read while the procedures are searched. Without them these are found all the same.
    signposts = modules.signposts(engine);
    signposts.catch(() => {});
    return engine;
  }

  /** @returns {Promise<Modules>} */
  async function fromModules() {
    const [search, others] = await Promise.all(['search', 'signposts'].map((it) => import(`${base}${words.modules}${it}.js`)));
    return { open: search.open, signposts: others.signposts };
  }

  /** Browsers load neither modules nor data from a folder. @returns {Promise<Modules>} */
  function fromScript() {
    return new Promise((done, fail) => {
      const script = document.createElement('script');
      script.src = `${base}search/all.js`;
      script.onload = () => done(/** @type {any} */ (globalThis).thutucSearch);
      script.onerror = () => {
        script.remove();
        fail(new Error(`cannot load ${script.src}`));
      };
      document.head.append(script);
    });
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   */
  function make(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** @param {string} key @param {Record<string, string>} [values] */
  const say = (key, values = {}) => (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

  /** The key of a word for a value: `levelFull`. @param {string} kind @param {string} value */
  const named = (kind, value) => `${kind}${value.slice(0, 1).toUpperCase()}${value.slice(1)}`;

  /** @param {Result} it */
  function marked({ title, marks }) {
    const parts = [];
    let at = 0;
    for (const [from, until] of marks) {
      parts.push(title.slice(at, from), make('mark', {}, title.slice(from, until)));
      at = until;
    }
    return [...parts, title.slice(at)];
  }

  /** @param {{ url: string }} it */
  const address = ({ url }) => base + (fromFolder ? url.replace(/(^|\/)(?=#|$)/, '$1index.html') : url);

  /** The voice for words in another language than the page. @param {string} lang @returns {Record<string, string>} */
  const voice = (lang) => (lang ? { lang } : {});

  /** @param {Result} it */
  const facts = (it) => [it.time, it.fee, say(named('level', it.level))].filter(Boolean).flatMap((fact) => [make('span', {}, fact), ' ']);

  /** What kind of page it is, and what is worth knowing before. @param {string} name of the element @param {Signpost} it */
  const kindOf = (name, it) => make(name, { class: 'hint' }, it.label, ...(it.note ? [' · ', make('span', voice(it.noteLang), it.note)] : []));

  /** Who listens hears of other pages too, and of guesses. @param {Answer} answer @param {Signpost[]} others @param {string} query */
  function spoken({ total, near }, others, query) {
    const list = (/** @type {{ title: string }[]} */ some) => some.map((it) => it.title).join('; ');
    if (total) return say('count', { n: String(total) }) + (others.length ? `. ${say('signpostsCount', { n: String(others.length) })}` : '');
    const nothing = others.length ? `${say('signposts')}: ${list(others)}. ${say('noProcedure', { q: query })}` : say('nothing', { q: query });
    return near.length ? `${nothing.replace(/\.$/, '')}. ${say('near')}: ${list(near)}` : nothing;
  }

  /** @param {string} text */
  function announce(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => (status.textContent = text), SPEAK);
  }

  function changed() {
    clearTimeout(typing);
    typing = setTimeout(search, REST);
  }

  async function search() {
    clearTimeout(typing);
    const query = input.value.trim();
    if (page) remember(query);
    if ([...query].length < SHORTEST) return clear();
    // What stands below the answer waits for it, so that nothing jumps when it comes.
    if (page && !page.hasChildNodes()) {
      page.classList.add('asked');
      clearTimeout(waiting);
      waiting = setTimeout(() => page.classList.remove('asked'), PATIENCE);
    }
    try {
      const facets = facetsOpen || Object.keys(filters).length > 0;
      const limit = page ? ON_THE_PAGE : IN_THE_BOX;
      const answer = await ask(query, { limit, filters, facets, verbatim });
      const named = await name(query, answer);
      // The box was emptied meanwhile.
      if (!input.value.trim()) return;
      if (list) named.signposts = fewOf(named.signposts, answer.total);
      if (page) showPage(page, answer, named, query);
      else if (list) showList(list, answer, named.signposts, query);
      announce(spoken(answer, named.signposts, query));
    } catch (error) {
      if (isOlder(error)) return;
      clear();
      status.textContent = say('broken');
      if (page) show(page, [make('p', {}, say('broken'))], true);
      throw error;
    }
  }

  /** @param {string} query @param {object} options @returns {Promise<Answer>} */
  async function ask(query, options) {
    try {
      return await (await load()).search(query, options);
    } catch (error) {
      if (isOlder(error) || fromFolder) throw error;
      // Without a network a device that keeps the site has the search whole; so has a site whose index is being replaced.
      const whole = await opened(await fromScript());
      engine = Promise.resolve(whole);
      return whole.search(query, options);
    }
  }

  /** Other pages of that name; none if they cannot be read. @param {string} query @param {Answer} answer @returns {Promise<Named>} */
  async function name(query, { results }) {
    const all = Object.keys(filters).length ? undefined : await signposts?.catch(() => undefined);
    return all?.find(query, results[0]?.title) ?? { signposts: [], first: false };
  }

  /** A newer question has taken its place. @param {unknown} error */
  const isOlder = (error) => error instanceof DOMException && error.name === 'AbortError';

  function clear() {
    clearTimeout(speaking);
    status.textContent = '';
    if (page) show(page, [], false);
    list?.replaceChildren();
    open(false);
  }

  // On the home page: a combobox with a list.

  /** @param {boolean} is */
  function open(is) {
    if (!list) return;
    list.hidden = !is;
    input.setAttribute('aria-expanded', String(is));
    choose(-1);
  }

  /** @param {number} nth */
  function choose(nth) {
    if (!list) return;
    const options = [...list.querySelectorAll('[role=option]')];
    chosen = options.length ? ((nth + 1 + options.length + 1) % (options.length + 1)) - 1 : -1;
    options.forEach((it, at) => it.setAttribute('aria-selected', String(at === chosen)));
    if (chosen < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', options[chosen].id);
      options[chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  /** Of other pages the box has room for few, and beside procedures only for those that are all but named. @param {Signpost[]} others @param {number} procedures */
  const fewOf = (others, procedures) => others.filter((it) => !procedures || it.share >= HALF).slice(0, SIGNPOSTS_IN_THE_BOX);

  /** @param {HTMLElement} list @param {Answer} answer @param {Signpost[]} others @param {string} query */
  function showList(list, { results, near }, others, query) {
    const all = results.length ? [...results, ...others] : [...others, ...near];
    if (results.length || others.length) list.replaceChildren(...all.map((it, nth) => ('share' in it ? signpost(it, nth) : procedure(it, nth))));
    else list.replaceChildren(noneOf(near, query));
    open(document.activeElement === input);
    // The keyboard of a phone may leave no room below the box.
    const { height } = window.visualViewport ?? { height: innerHeight };
    if (!list.hidden && list.getBoundingClientRect().top > height - ROOM) form.scrollIntoView();
  }

  /** A list that closes without a word looks broken: it says that nothing was found, what may be meant, and where to ask. @param {Result[]} near @param {string} query */
  function noneOf(near, query) {
    const said = say('nothing', { q: query }) + (near.length ? `. ${say('near')}:` : '');
    const label = make('p', { id: 'search-none', role: 'presentation' }, said);
    const page = new URL(form.action);
    page.search = String(new URLSearchParams({ q: query }));
    const ask = option(page.href, near.length, say('ask'));
    return make('div', { role: 'group', 'aria-labelledby': label.id }, label, ...near.map(procedure), ask);
  }

  /** @param {Result} it @param {number} nth */
  const procedure = (it, nth) =>
    option(address(it), nth, make('span', { class: 'name-of' }, ...marked(it)), make('span', { class: 'hint facts' }, it.task ? `${it.task} · ` : '', ...facts(it)));

  /** @param {Signpost} it @param {number} nth */
  function signpost(it, nth) {
    return option(address(it), nth, make('span', { class: 'name-of', ...voice(it.titleLang) }, it.title), kindOf('span', it));
  }

  /** @param {string} href @param {number} nth @param {(Node | string)[]} says */
  function option(href, nth, ...says) {
    const made = make('div', { role: 'option', id: `search-option-${nth}`, 'aria-selected': 'false' }, ...says);
    made.addEventListener('click', () => location.assign(href));
    made.dataset.href = href;
    return made;
  }

  // On the search page: the answer, whole.

  /** @param {HTMLElement} page @param {Answer} answer @param {Named} named @param {string} query */
  function showPage(page, answer, { signposts, first }, query) {
    /** @type {Node[]} */
    const parts = [];
    const others = signposts.length ? signpostsOf(signposts) : undefined;
    // Where there is no procedure nothing else is first.
    const leads = first || !answer.total;
    if (others && leads) parts.push(others);
    if (answer.repaired && answer.total) parts.push(understood(answer.understood, query));
    if (verbatim) parts.push(make('p', { class: 'hint' }, say('verbatim', { q: query })));
    if (answer.results.length) {
      parts.push(make('h2', { class: 'unseen' }, say('results')));
      // Who listens has it from the status above.
      const count = make('span', { 'aria-hidden': 'true' }, say('count', { n: String(answer.total) }));
      parts.push(make('p', { class: 'hint' }, count, ...(others && !leads ? [' · ', wayTo(others, signposts.length)] : [])));
    } else if (others) {
      parts.push(make('p', { class: 'hint' }, say('noProcedure', { q: query })), ...guesses(answer.near, 'h2'));
    } else {
      parts.push(nothing(query, answer.near));
    }
    if (answer.total > 1 || Object.keys(filters).length) parts.push(facetsOf(answer));
    const items = answer.results.map((it) =>
      make(
        'li',
        {},
        make('a', { href: address(it) }, ...marked(it)),
        ...(it.task ? [make('p', {}, it.task)] : []),
        make('p', { class: 'facts' }, ...facts(it)),
        make('p', { class: 'hint', ...voice(it.fieldLang) }, it.field),
      ),
    );
    if (items.length) parts.push(make('ol', { class: 'cards found' }, ...items));
    if (others && !leads) parts.push(others);
    const focused = /** @type {HTMLElement} */ (document.activeElement)?.dataset?.key;
    show(page, parts, !items.length && !others);
    if (focused) /** @type {HTMLElement | null} */ (page.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @param {Signpost[]} all */
  function signpostsOf(all) {
    const items = all.map((it) => make('li', {}, make('a', { href: address(it), ...voice(it.titleLang) }, it.title), kindOf('p', it)));
    const heading = make('h2', { id: 'signposts' }, say('signposts'));
    return make('section', { 'aria-labelledby': heading.id }, heading, make('ul', { class: 'found' }, ...items));
  }

  /** Below many procedures nobody would see them. @param {HTMLElement} others @param {number} count */
  function wayTo(others, count) {
    const way = make('button', { type: 'button', class: 'plain', 'data-key': 'signposts' }, say('signpostsCount', { n: String(count) }));
    way.addEventListener('click', () => others.querySelector('a')?.focus());
    return way;
  }

  /** Where there is no answer, what stands below it and helps comes closer. @param {HTMLElement} page @param {Node[]} parts @param {boolean} none */
  function show(page, parts, none) {
    page.replaceChildren(...parts);
    page.classList.remove('asked');
    page.classList.toggle('none', none);
  }

  /** @param {string} taken @param {string} query */
  function understood(taken, query) {
    const back = make('button', { type: 'button', class: 'plain', 'data-key': 'verbatim' }, say('exactly', { q: query }));
    back.addEventListener('click', () => {
      verbatim = true;
      input.focus();
      search();
    });
    const [before, after] = (words.understood ?? '{q}').split('{q}');
    return make('p', {}, before, make('strong', {}, taken), after ?? '', ' ', back);
  }

  /** @param {string} query @param {Result[]} near */
  function nothing(query, near) {
    const tips = (words.tips ?? '').split('|').map((it) => make('p', {}, it));
    return make('section', {}, make('h2', {}, say('nothing', { q: query })), ...guesses(near, 'h3'), ...tips);
  }

  /** What may be meant all the same. @param {Result[]} near @param {string} heading */
  function guesses(near, heading) {
    const items = near.map((it) => make('li', {}, make('a', { href: address(it) }, it.title)));
    return items.length ? [make(heading, {}, say('near')), make('ul', { class: 'found' }, ...items)] : [];
  }

  /** @param {Answer} answer */
  function facetsOf({ facets }) {
    const details = /** @type {HTMLDetailsElement} */ (make('details', { class: 'facets' }));
    facetsOpen ||= Object.keys(filters).length > 0;
    details.open = facetsOpen;
    details.append(make('summary', { 'data-key': 'facets' }, say('filter')));
    details.addEventListener('toggle', () => {
      if (details.open === facetsOpen) return;
      facetsOpen = details.open;
      // Only now are the columns needed that count them.
      if (facetsOpen) search();
    });
    for (const name of FACETS) {
      const choices = facets?.[name] ?? [];
      const on = filters[name] ?? [];
      if (choices.length < 2 && !on.length) continue;
      const boxes = choices.map((choice) => {
        const box = /** @type {HTMLInputElement} */ (
          make('input', { type: 'checkbox', value: choice.value, 'data-key': `${name}=${choice.value}` })
        );
        box.checked = on.includes(choice.value);
        box.addEventListener('change', () => {
          const others = (filters[name] ?? []).filter((it) => it !== choice.value);
          filters = { ...filters, [name]: box.checked ? [...others, choice.value] : others };
          if (!filters[name].length) delete filters[name];
          search();
        });
        const ours = say(named(name, choice.value));
        const title = make('span', ours ? {} : voice(choice.lang), ours || choice.title);
        return make('label', {}, box, make('span', {}, title, ` (${choice.count})`));
      });
      details.append(make('fieldset', {}, make('legend', {}, say(named('facet', name))), ...boxes));
    }
    return details;
  }

  // The address bar holds the question, so that a result can be shared and "back" comes back to it.

  /** @param {string} query */
  function remember(query) {
    const params = new URLSearchParams();
    if (query) params.set('q', query);
    for (const name of FACETS) for (const value of filters[name] ?? []) params.append(name, value);
    if (verbatim) params.set('as', 'typed');
    const now = String(params) ? `?${params}` : location.pathname;
    if (now !== location.search) history.replaceState(null, '', now);
  }

  function recall() {
    const params = new URLSearchParams(location.search);
    input.value = params.get('q') ?? '';
    filters = {};
    for (const name of FACETS) if (params.has(name)) filters[name] = params.getAll(name);
    verbatim = params.get('as') === 'typed';
    if (input.value) search();
  }

  input.addEventListener('focus', () => void load().catch(() => {}), { once: true });
  input.addEventListener('input', () => {
    verbatim = false;
    changed();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const shown = list !== null && !list.hidden;
    if (event.key === 'Escape' && shown) open(false);
    else if (event.key === 'Escape') {
      input.value = '';
      search();
    } else if (event.key === 'ArrowDown' && shown) choose(chosen + 1);
    else if (event.key === 'ArrowUp' && shown) choose(chosen - 1);
    else if (event.key === 'ArrowDown' && page) step(page, -1, 1);
    else if (event.key === 'Enter' && shown && chosen >= 0) {
      location.assign(list.querySelectorAll('[role=option]')[chosen].getAttribute('data-href') ?? '');
    } else return;
    event.preventDefault();
  });

  /** @param {HTMLElement} page @param {number} from @param {number} by */
  function step(page, from, by) {
    const links = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('.found a')]);
    const to = from + by;
    if (to < 0) input.focus();
    else links[to]?.focus();
  }

  if (page) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const before = location.href;
      search();
      if (location.href === before) history.pushState(null, '', location.href);
      // The keyboard of a phone would lie over the answer.
      if (matchMedia('(pointer: coarse)').matches) input.blur();
    });
    page.addEventListener('keydown', (event) => {
      const at = [...page.querySelectorAll('.found a')].indexOf(/** @type {HTMLElement} */ (event.target));
      if (at >= 0 && event.key === 'ArrowDown') step(page, at, 1);
      else if (at >= 0 && event.key === 'ArrowUp') step(page, at, -1);
      else if (event.key === 'Escape') input.focus();
      else return;
      event.preventDefault();
    });
    addEventListener('popstate', recall);
    recall();
  } else {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', 'search-list');
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('blur', () => setTimeout(() => open(false), 200));
    // A press on an option must not take the focus, or the list is gone before the click.
    list?.addEventListener('mousedown', (event) => event.preventDefault());
    if (fromFolder) form.action += form.action.endsWith('/') ? 'index.html' : '';
  }
  addEventListener('keydown', (event) => {
    const free = !(event.target instanceof Element && event.target.closest('input, textarea, select'));
    if (event.key === '/' && free && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
})();

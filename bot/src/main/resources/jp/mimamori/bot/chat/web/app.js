// The page's behaviour. The server draws everything; this puts what is new into its place without
// taking away what the person is doing: their focus, their scroll position, their half-typed text.
'use strict';
(() => {
  const { visitor, channel, notSent, updated, check, waiting } = document.body.dataset;
  const id = (name) => document.getElementById(name);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const newAct = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

  // ---- Telling the person

  function notice(text) {
    const line = id('notice');
    if (line) {
      line.textContent = text;
      line.hidden = !text;
    }
  }

  function announce(text) {
    id('announcements').textContent = text.replace(/\s+/g, ' ').slice(0, 160);
  }

  // ---- Theme: the system's until it is toggled, then a cookie, so that pages come without a flash

  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-toggle-theme]')) return;
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    document.cookie = `mimamori_theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
  });

  // ---- Requests of htmx (sign-in, language, demo actions, composers)

  document.addEventListener('htmx:beforeRequest', () => notice(''));
  document.addEventListener('htmx:responseError', (event) => notice(event.detail.xhr.responseText));
  document.addEventListener('htmx:sendError', () => notice(notSent || 'Connection lost'));

  if (!visitor) return; // the sign-in page ends here

  const conversation = id('conversation');
  if (!conversation) return; // a visitor without channels

  // ---- Composers

  const draftKey = (form) => `draft:${visitor}:${form.channel.value}:${form.thread?.value ?? ''}`;

  function restoreDrafts(within) {
    for (const form of all('form[data-composer]', within)) {
      const draft = sessionStorage.getItem(draftKey(form));
      if (!draft) continue;
      form.text.value = draft;
      const folded = form.closest('details');
      if (folded) folded.open = true;
    }
  }

  document.addEventListener('keydown', (event) => {
    const form = event.target.closest('form[data-composer]');
    // 229: Safari ends a composition before it reports the Enter that ended it.
    if (!form || event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (form.text.value.trim()) form.requestSubmit();
  });

  document.addEventListener('input', (event) => {
    const form = event.target.closest('form[data-composer]');
    if (!form) return;
    delete form.dataset.act; // other words are another act
    sessionStorage.setItem(draftKey(form), form.text.value);
  });

  document.addEventListener('htmx:configRequest', (event) => {
    const form = event.detail.elt;
    if (!form.matches('form[data-composer]')) return;
    form.dataset.act ??= newAct(); // kept until it arrived: sending again is not saying again
    form.dataset.sent = form.text.value;
    event.detail.parameters.set('act', form.dataset.act);
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    const form = event.detail.elt;
    if (!form.matches('form[data-composer]') || !event.detail.successful) return;
    if (form.text.value !== form.dataset.sent) return;
    form.text.value = '';
    delete form.dataset.act;
    sessionStorage.removeItem(draftKey(form));
    if (!form.thread) showEnd();
  });

  document.addEventListener(
    'toggle',
    (event) => {
      const fold = event.target;
      const opened = fold.matches('details.reply[open]') && fold.contains(document.activeElement);
      if (opened) fold.querySelector('textarea').focus();
    },
    true,
  );

  // ---- Where one is reading

  const atEnd = () => conversation.scrollHeight - conversation.scrollTop - conversation.clientHeight < 60;

  function showEnd() {
    conversation.scrollTop = conversation.scrollHeight;
    id('below').hidden = true;
  }

  /** To the end, but not past the beginning of what is to be read. */
  function reveal(article) {
    showEnd();
    const hidden = conversation.getBoundingClientRect().top + 12 - article.getBoundingClientRect().top;
    if (hidden > 0) conversation.scrollTop -= hidden;
  }

  const below = id('below');
  below.addEventListener('click', showEnd);
  conversation.addEventListener('scroll', () => {
    if (atEnd()) below.hidden = true;
  });

  function markDays() {
    let day = '';
    for (const thread of all('.thread', conversation)) {
      thread.querySelector('.day').hidden = thread.dataset.day === day;
      day = thread.dataset.day;
    }
  }

  // ---- What is new

  const gist = (article) =>
    `${article.querySelector('.name').textContent}: ${
      (article.querySelector('h3') ?? article.querySelector('.text')).textContent
    }`;

  /** Puts a card's present state in place of an older one, leaving open what was open. */
  function replace(old, fresh) {
    const folds = all('details', old).map((fold) => fold.open);
    all('details', fresh).forEach((fold, i) => (fold.open = folds[i] ?? false));
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const fold = focused?.matches('summary') ? all('summary', old).indexOf(focused) : -1;
    old.replaceWith(fresh);
    if (!focused) return;
    const heir = (focused.id && id(focused.id)) || all('summary', fresh)[fold] || fresh;
    heir.focus({ preventScroll: true });
  }

  function merge(html, quietly) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const section = template.content.firstElementChild;
    const stay = atEnd();
    const known = id(section.id);
    const news = [];
    if (!known) {
      conversation.append(section);
      htmx.process(section);
      restoreDrafts(section);
      news.push(...all('article', section));
    } else {
      for (const article of all('article', section)) {
        const old = id(article.id);
        if (!old) {
          known.querySelector('.replies').append(article);
          news.push(article);
        } else if (old.dataset.version !== article.dataset.version) {
          replace(old, article);
          if (!quietly) announce(`${updated} ${gist(article)}`);
        }
      }
    }
    markDays();
    const others = news.filter((article) => !article.classList.contains('own'));
    for (const article of others) {
      article.classList.add('is-new');
      if (!quietly) announce(gist(article));
    }
    if (stay && news.length && !quietly) reveal(news.at(-1));
    else if (stay) showEnd();
    else if (others.length && others.at(-1).getBoundingClientRect().top > conversation.getBoundingClientRect().bottom) {
      below.hidden = false;
    }
  }

  // ---- Unread marks, kept by this browser for each visitor

  const seenKey = `mimamori-seen:${visitor}`;
  const title = document.title;

  function markUnread() {
    const seen = JSON.parse(localStorage.getItem(seenKey) ?? '{}');
    let unread = 0;
    for (const link of all('.side nav a')) {
      const { channel: name, latest } = link.dataset;
      if (name === channel && !document.hidden) seen[name] = latest;
      const isUnread = Boolean(latest) && seen[name] !== latest;
      link.classList.toggle('is-unread', isUnread);
      link.querySelector('.unread').hidden = !isUnread;
      if (isUnread) unread++;
    }
    localStorage.setItem(seenKey, JSON.stringify(seen));
    document.title = unread ? `(${unread}) ${title}` : title;
  }

  // ---- The line to the server

  let source;
  let ready = false;

  function connect() {
    source?.close();
    ready = false;
    source = new EventSource(`/events?channel=${encodeURIComponent(channel)}`);
    const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on('ready', () => {
      ready = true;
      document.body.dataset.connected = 'true';
      id('connection').firstElementChild.hidden = true;
    });
    on('thread', (thread) => merge(thread.html, !ready));
    on('latest', (latest) => {
      const link = all('.side nav a').find((a) => a.dataset.channel === latest.channel);
      if (link) link.dataset.latest = latest.message;
      markUnread();
    });
    on('note', privateNote);
    on('sure', sure);
    on('form', openForm);
    on('mend', mend);
    on('answered', answered);
    on('signed-out', () => location.assign('/sign-in'));
    on('parked', () => {
      source.close();
      addEventListener('focus', connect, { once: true });
    });
    source.onerror = () => {
      ready = false;
      document.body.dataset.connected = 'false';
      id('connection').firstElementChild.hidden = false;
      // The browser tries again by itself, except after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(reconnectOrReload, 3000);
    };
  }

  async function reconnectOrReload() {
    const page = await fetch(location.href).catch(() => null);
    if (page?.redirected || page?.status === 404) location.reload();
    else connect();
  }

  // ---- What only this person sees

  function privateNote({ channel: where, root, html, text }) {
    const thread = where === channel && id(`t-${root}`);
    const place = thread ? thread.querySelector('.private-notes') : id('loose-notes');
    const stay = atEnd();
    const template = document.createElement('template');
    template.innerHTML = html;
    const note = template.content.firstElementChild;
    // One private card at a time: the newest says what can be done now.
    if (note.matches('.has-card')) place.querySelector('.has-card')?.remove();
    place.append(note);
    if (thread) note.scrollIntoView({ block: 'nearest' });
    else if (stay) showEnd();
    announce(text);
  }

  document.addEventListener('click', (event) => {
    const note = event.target.closest('[data-dismiss]')?.closest('.private-note');
    if (!note) return;
    const thread = note.closest('.thread');
    note.remove();
    (thread?.querySelector('article') ?? conversation).focus({ preventScroll: true });
  });

  // ---- Presses

  const dialog = id('confirm');
  let asking = null;
  let pressed = null; // what this page, and no other of the same person, pressed last

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-press]');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const press = { channel, message: button.dataset.message, button: button.dataset.press, act: newAct() };
    if (button.dataset.private !== undefined) press.private = 'true';
    if (button.dataset.title === undefined) send(press, button.id);
    else ask(button.dataset, press, button.id);
  });

  function ask(question, press, from) {
    const [no, yes] = all('button', dialog);
    id('confirm-title').textContent = question.title;
    id('confirm-text').textContent = question.text;
    no.textContent = question.no;
    yes.textContent = question.yes;
    yes.className = `button ${question.style === 'danger' ? 'danger' : 'primary'}`;
    asking = { press, from };
    dialog.returnValue = 'no';
    dialog.showModal();
  }

  /** The press counts only after a yes that the card did not ask for: the same press, asked anew. */
  function sure({ act, ...question }) {
    if (pressed?.act !== act || dialog.open) return;
    ask({ ...question, style: 'danger' }, { ...pressed.press, act: newAct() }, pressed.from);
  }

  dialog.addEventListener('close', () => {
    if (!asking) return;
    const { press, from } = asking;
    asking = null; // one dialog, one press
    if (document.activeElement === document.body) (id(from) ?? id(`m-${press.message}`))?.focus({ preventScroll: true });
    if (dialog.returnValue === 'yes') send({ ...press, confirmed: 'true' }, from);
  });

  async function send(press, from) {
    pressed = { act: press.act, from, press };
    // Not disabled in earnest: that would lose the focus.
    const busy = (is) => {
      for (const button of all(`[data-message="${press.message}"]`)) {
        if (is) button.setAttribute('aria-disabled', 'true');
        else button.removeAttribute('aria-disabled');
      }
    };
    busy(true);
    notice('');
    try {
      const answer = await fetch('/press', {
        method: 'POST',
        headers: { 'HX-Request': 'true' },
        body: new URLSearchParams(press),
      });
      if (!answer.ok) notice(await answer.text());
    } catch {
      notice(notSent);
    } finally {
      busy(false);
    }
  }

  // ---- Forms

  const formDialog = id('form');
  let sending = null;

  /** Opens where the button was pressed that wants it; other pages of the same person stay still. */
  function openForm({ act, html }) {
    if (pressed?.act !== act || formDialog.open) return;
    formDialog.innerHTML = html;
    formDialog.showModal();
    formDialog.querySelector('input, textarea, select').focus();
  }

  formDialog.addEventListener('click', (event) => {
    if (event.target.closest('[data-cancel]')) formDialog.close();
  });

  formDialog.addEventListener('close', () => {
    const message = formDialog.querySelector('form')?.dataset.message;
    formDialog.replaceChildren();
    clearTimeout(sending?.patience);
    sending = null;
    (id(pressed?.from) ?? id(`m-${message}`))?.focus({ preventScroll: true });
  });

  formDialog.addEventListener('input', (event) => {
    const form = event.target.closest('form');
    delete form.dataset.act; // other words are another act
    tellMistake(form, event.target.name.replace(/^answer\./, ''), '');
  });

  formDialog.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    if (sending) return;
    form.dataset.act ??= newAct(); // kept until it is answered: sending again is not doing again
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries({
      channel, message: form.dataset.message, button: form.dataset.button, act: form.dataset.act,
    })) body.set(name, value);
    if (pressed?.press.private) body.set('private', 'true');
    sending = { act: form.dataset.act, patience: setTimeout(() => notAnswered(form, waiting), 15000) };
    busy(form, true);
    tellMistake(form, '', '');
    try {
      const answer = await fetch('/submit', { method: 'POST', headers: { 'HX-Request': 'true' }, body });
      if (!answer.ok) notAnswered(form, await answer.text());
    } catch {
      notAnswered(form, notSent);
    }
  });

  function busy(form, is) {
    for (const button of all('button.primary', form)) button.setAttribute('aria-disabled', String(is));
  }

  function notAnswered(form, why) {
    clearTimeout(sending?.patience);
    sending = null;
    busy(form, false);
    tellMistake(form, '', why);
  }

  function tellMistake(form, field, text) {
    const line = all('[data-mistake]', form).find((one) => one.dataset.mistake === field);
    if (!line) return false;
    line.textContent = text;
    line.hidden = !text;
    const control = id(`field-${field}`);
    if (text) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
    return Boolean(control);
  }

  /** Says what is wrong where it is wrong, and leads to the first of it. */
  function mend({ act, mistakes }) {
    if (sending?.act !== act) return;
    const form = formDialog.querySelector('form');
    delete form.dataset.act;
    const loose = Object.keys(mistakes).filter((field) => !tellMistake(form, field, mistakes[field]));
    notAnswered(form, loose.length ? loose.map((field) => mistakes[field]).join(' ') : check);
    form.querySelector('[aria-invalid]')?.focus();
  }

  function answered({ act }) {
    if (sending?.act === act) formDialog.close();
    if (pressed?.act === act) id(pressed.from)?.closest('.private-note')?.remove();
  }

  // ---- Begin

  document.addEventListener('visibilitychange', markUnread);
  restoreDrafts(document);
  markDays();
  markUnread();
  const last = all('article', conversation).at(-1);
  if (last) reveal(last);
  connect();
})();

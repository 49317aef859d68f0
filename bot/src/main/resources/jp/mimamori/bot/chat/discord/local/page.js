"use strict";
// Draws what the local Discord holds. Text is set as text, never as markup.
const BOT = "100000000000000001";
const $ = (id) => document.getElementById(id);
let user = localStorage.getItem("user") || "";
let channel = "";
let drawn = "";
let people = [];

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

const nameOf = (id) => (people.find((one) => one.id === id) || { global_name: "Mimamori" }).global_name;

// Discord's markup, as far as cards use it: a backslash takes the meaning from what follows.
function words(text) {
  const span = make("span");
  let bold = null;
  for (let i = 0; i < text.length; i++) {
    const into = bold || span;
    if (text[i] === "\\" && i + 1 < text.length && !/[A-Za-z0-9\s]/.test(text[i + 1])) into.append(text[++i]);
    else if (text.startsWith("**", i)) {
      if (bold) bold = null;
      else span.append((bold = make("b")));
      i++;
    } else if (text.startsWith("<@" + BOT + ">", i)) {
      into.append(make("b", "", "@Mimamori"));
      i += BOT.length + 2;
    } else into.append(text[i]);
  }
  span.normalize();
  return span;
}

function display(content) {
  const box = make("div", "text");
  for (const line of content.split("\n")) {
    const kind = [["### ", "h3", ""], ["-# ", "div", "small"], ["> ", "div", "quote"], ["", "div", ""]].find(([begin]) => line.startsWith(begin));
    const element = make(kind[1], kind[2]);
    element.append(words(line.slice(kind[0].length) || "\u200b"));
    box.append(element);
  }
  return box;
}

function component(one, message) {
  switch (one.type) {
    case 17: {
      const box = make("div", "container");
      if (one.accent_color !== undefined) box.style.borderLeftColor = "#" + one.accent_color.toString(16).padStart(6, "0");
      one.components.forEach((child) => box.append(component(child, message)));
      return box;
    }
    case 10:
      return display(one.content);
    case 14:
      return make("hr");
    case 1: {
      const row = make("div", "row");
      one.components.forEach((child) => row.append(component(child, message)));
      return row;
    }
    case 2: {
      const button = make("button", "b s" + one.style, one.label);
      button.onclick = () => act({ kind: "press", channel: message.channel_id, message: message.id, button: one.custom_id });
      return button;
    }
    case 13: {
      const name = one.file.url.replace("attachment://", "");
      const link = make("a", "file", "📄 " + name);
      link.href = "/files/" + encodeURIComponent(name);
      link.download = name;
      return link;
    }
    default:
      return make("pre", "", JSON.stringify(one));
  }
}

function message(one, threads) {
  const bot = one.author.id === BOT;
  const alone = (one.flags & 64) !== 0;
  const row = make("article", "message" + (bot ? " bot" : "") + (alone ? " alone" : ""));
  const name = bot ? "Mimamori" : nameOf(one.author.id);
  row.append(make("div", "face", name.slice(0, 1)));
  const body = make("div");
  body.append(make("span", "who", name));
  if (bot) body.append(make("span", "app", "APP"));
  body.append(make("span", "when", new Date(one.timestamp).toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" })));
  if (one.content) body.append(display(one.content));
  if ((one.flags & 128) !== 0) body.append(make("div", "thinking", "Mimamori が考え中…"));
  one.components.forEach((child) => body.append(component(child, one)));
  const thread = threads.find((place) => place.id === one.id);
  if (thread) {
    const go = make("button", "thread", "🧵 " + thread.name + "（" + thread.messages.length + "）");
    go.onclick = () => enter(thread.id);
    body.append(go);
  }
  if (one.content) {
    const about = make("button", "apps", "アプリ › この内容を問い合わせる");
    about.onclick = () => act({ kind: "about", channel: one.channel_id, message: one.id });
    body.append(about);
  }
  if (alone) {
    const only = make("div", "only", "👁 これらはあなただけに表示されています ・ ");
    const dismiss = make("button", "", "メッセージを削除する");
    dismiss.onclick = () => act({ kind: "dismiss", message: one.id });
    only.append(dismiss);
    body.append(only);
  }
  row.append(body);
  return row;
}

function form(modal) {
  const dialog = $("modal");
  if (!modal || !modal.custom_id) { if (dialog.open) dialog.close(); return; }
  if (dialog.open) return;
  dialog.replaceChildren(make("h2", "", modal.title));
  const inputs = {};
  for (const one of modal.components) {
    if (one.type !== 18) { dialog.append(component(one, {})); continue; }
    const label = make("label", "", one.label);
    if (one.description) label.append(make("span", "small", one.description));
    const field = one.component;
    let input;
    if (field.type === 3) {
      input = make("select");
      field.options.forEach((option) => {
        const choice = make("option", "", option.label);
        choice.value = option.value;
        choice.selected = option.default === true;
        input.append(choice);
      });
    } else {
      input = make(field.style === 2 ? "textarea" : "input");
      input.value = field.value || "";
      if (field.max_length) input.maxLength = field.max_length;
    }
    input.name = field.custom_id;
    inputs[field.custom_id] = input;
    label.append(input);
    dialog.append(label);
  }
  const footer = make("footer");
  const no = make("button", "", "キャンセル");
  no.onclick = () => { dialog.close(); act({ kind: "cancel" }); };
  const send = make("button", "s1", "送信");
  send.onclick = () => {
    const values = {};
    for (const [id, input] of Object.entries(inputs)) values[id] = input.value;
    dialog.close();
    act({ kind: "submit", values });
  };
  footer.append(no, send);
  dialog.append(footer);
  dialog.showModal();
}

async function act(what) {
  await fetch("/act", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user, ...what }),
  });
  refresh();
}

function enter(place) {
  channel = place;
  drawn = "";
  refresh();
}

function entry(place, text, className) {
  const item = make("li", className);
  const go = make("button", place.id === channel ? "here" : "", text);
  go.onclick = () => enter(place.id);
  item.append(go);
  return item;
}

function draw(state) {
  people = state.users;
  if (!people.some((one) => one.id === user)) {
    user = people.length ? people[0].id : "";
    if (user) refresh();
    return;
  }
  $("user").replaceChildren(...people.map((one) => {
    const option = make("option", "", one.global_name);
    option.value = one.id;
    option.selected = one.id === user;
    return option;
  }));
  const places = state.channels;
  const threads = places.filter((place) => place.type === 11);
  if (!places.some((place) => place.id === channel)) channel = places[0].id;
  const list = [];
  for (const place of places) {
    if (place.type === 11) continue;
    list.push(entry(place, place.type === 1 ? "@ Mimamori" : "# " + place.name, ""));
    threads.filter((thread) => thread.parent_id === place.id).slice(-5)
      .forEach((thread) => list.push(entry(thread, "🧵 " + thread.name, "thread")));
  }
  $("channels").replaceChildren(...list);
  const here = places.find((place) => place.id === channel);
  $("title").textContent = here.type === 1 ? "@ Mimamori" : (here.type === 11 ? "🧵 " : "# ") + here.name;
  const shown = [...here.messages, ...state.alone.filter((one) => one.channel_id === here.id)];
  $("messages").replaceChildren(...shown.map((one) => message(one, threads)));
  $("messages").scrollTop = $("messages").scrollHeight;
  form(state.modal);
}

async function refresh() {
  const state = await (await fetch("/state?user=" + encodeURIComponent(user))).json();
  const now = JSON.stringify(state) + channel;
  if (now !== drawn) { drawn = now; draw(state); }
}

// What follows a subcommand is its one option with words.
const OPTION = { ask: "question", alerts: "about", report: "about" };

$("user").onchange = (event) => { user = event.target.value; localStorage.setItem("user", user); channel = ""; drawn = ""; refresh(); };
$("write").onsubmit = async (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (!text) return;
  const command = text.match(/^\/edr\s+(\w+)\s*([^]*)$/);
  if (command) {
    const option = OPTION[command[1]];
    await act({ kind: "command", channel, name: command[1], options: option && command[2] ? { [option]: command[2] } : {} });
    return;
  }
  // Whoever writes here means the bot.
  await act({ kind: "say", channel, text: $("title").textContent.startsWith("@") ? text : "<@" + BOT + "> " + text });
};
setInterval(refresh, 1000);
refresh();

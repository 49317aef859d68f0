"use strict";
// Draws what the local Slack holds. Text is set as text, never as markup.
const $ = (id) => document.getElementById(id);
let user = localStorage.getItem("user") || "";
let channel = "";
let thread = "";
let drawn = "";

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// Slack's own markup, as far as cards use it: bold names and mentions.
function words(object) {
  const span = make("span");
  if (!object) return span;
  if (object.type !== "mrkdwn") {
    span.textContent = plain(object.text);
    return span;
  }
  for (const part of object.text.split(/(\*[^*\n]+\*|<@[A-Z0-9]+>)/)) {
    if (/^\*.+\*$/.test(part)) span.append(make("b", "", plain(part.slice(1, -1))));
    else if (/^<@.+>$/.test(part)) span.append(make("b", "", "@" + nameOf(part.slice(2, -1))));
    else span.append(plain(part));
  }
  return span;
}

function blocks(message, place) {
  const box = make("div", "blocks");
  if (!message.blocks || message.blocks.length === 0) {
    box.append(make("div", "b-section", plain((message.text || "").replace(/<@UBOT>/g, "@edr"))));
  }
  for (const block of message.blocks || []) {
    switch (block.type) {
      case "header":
        box.append(make("div", "b-header", plain(block.text.text)));
        break;
      case "section": {
        if (block.text) {
          const quoted = block.text.type === "mrkdwn" && block.text.text.startsWith("> ");
          const section = make("div", quoted ? "b-section b-quote" : "b-section");
          const text = quoted ? { ...block.text, text: block.text.text.replace(/^> /gm, "") } : block.text;
          section.append(words(text));
          box.append(section);
        }
        if (block.fields) {
          const grid = make("div", "b-fields");
          block.fields.forEach((field) => grid.append(words(field)));
          box.append(grid);
        }
        break;
      }
      case "context": {
        const line = make("div", "b-context");
        block.elements.forEach((element) => line.append(words(element)));
        box.append(line);
        break;
      }
      case "actions": {
        const row = make("div", "b-actions");
        block.elements.forEach((element) => row.append(button(element, message, place)));
        box.append(row);
        break;
      }
    }
  }
  for (const file of message.files || []) {
    const link = make("a", "file", "📄 " + file.title);
    link.href = "/files/" + file.id;
    link.download = file.name;
    box.append(link);
  }
  for (const reaction of message.reactions || []) box.append(make("span", "reaction", "⏳ " + reaction.count));
  return box;
}

function button(element, message, place) {
  const made = make("button", "b " + (element.style || ""), plain(element.text.text));
  made.onclick = () => {
    const press = () => act({ kind: "press", channel: place, message: message.ts, action: element.action_id });
    element.confirm ? ask(element.confirm, press) : press();
  };
  return made;
}

function ask(confirm, yes) {
  const dialog = $("confirm");
  dialog.replaceChildren(make("h3", "", plain(confirm.title.text)), make("p", "", plain(confirm.text.text)));
  const footer = make("footer");
  const no = make("button", "", plain(confirm.deny.text));
  no.onclick = () => dialog.close();
  const sure = make("button", confirm.style || "primary", plain(confirm.confirm.text));
  sure.onclick = () => { dialog.close(); yes(); };
  footer.append(no, sure);
  dialog.append(footer);
  dialog.showModal();
}

function form(view) {
  const dialog = $("modal");
  if (!view) { if (dialog.open) dialog.close(); return; }
  if (dialog.open && dialog.dataset.view === view.id) return;
  dialog.dataset.view = view.id;
  dialog.replaceChildren(make("h3", "", plain(view.title.text)));
  const inputs = {};
  for (const block of view.blocks) {
    if (block.type === "section") {
      const text = make("p");
      text.append(words(block.text));
      dialog.append(text);
    }
    if (block.type !== "input") continue;
    const label = make("label", "", plain(block.label.text));
    const element = block.element;
    let input;
    if (element.type === "static_select") {
      input = make("select");
      element.options.forEach((option) => {
        const choice = make("option", "", plain(option.text.text));
        choice.value = option.value;
        input.append(choice);
      });
    } else {
      input = make(element.multiline ? "textarea" : "input");
      input.value = element.initial_value || "";
    }
    label.append(input, make("span", "error"));
    inputs[block.block_id] = { input, label };
    dialog.append(label);
  }
  const footer = make("footer");
  const no = make("button", "", plain(view.close.text));
  no.onclick = () => act({ kind: "cancel" });
  const send = make("button", "primary", plain(view.submit.text));
  send.onclick = async () => {
    const values = {};
    for (const [id, { input }] of Object.entries(inputs)) values[id] = input.value;
    const told = await act({ kind: "submit", values });
    for (const [id, { label }] of Object.entries(inputs)) {
      label.querySelector(".error").textContent = (told.payload.errors || {})[id] || "";
    }
  };
  footer.append(no, send);
  dialog.append(footer);
  dialog.showModal();
}

async function act(what) {
  const answer = await fetch("/act", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user, ...what }),
  });
  const told = await answer.json();
  refresh();
  return told;
}

let people = [];
const nameOf = (id) => (people.find((one) => one.id === id) || { name: id === "UBOT" ? "edr" : id }).name;

function message(one, place, inThread, only) {
  const bot = one.bot_id || only;
  const row = make("article", "message" + (bot ? " bot" : "") + (only ? " whisper" : ""));
  const name = bot ? "EDR" : nameOf(one.user);
  row.append(make("div", "face", name.slice(0, 1)));
  const body = make("div");
  if (only) body.append(make("div", "only", "👁 あなただけに表示されています"));
  body.append(make("span", "who", name));
  if (bot) body.append(make("span", "app", "APP"));
  const at = new Date(Number((one.ts || "0").split(".")[0]) * 1000);
  body.append(make("span", "when", at.toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Tokyo" })));
  if (!only && !inThread) {
    const reply = make("button", "tool", "スレッドで返信");
    reply.onclick = () => { thread = one.ts; drawn = ""; refresh(); $("text").focus(); };
    body.append(reply);
    if (!bot) {
      const shortcut = make("button", "tool", "この内容を問い合わせる");
      shortcut.onclick = () => act({ kind: "shortcut", channel: place, message: one.ts });
      body.append(shortcut);
    }
  }
  body.append(blocks(one, place));
  row.append(body);
  return row;
}

function draw(state) {
  people = state.users;
  if (!state.users.some((one) => one.id === user)) {
    user = state.users.length ? state.users[0].id : "";
    if (user) refresh();
    return;
  }
  $("user").replaceChildren(...state.users.map((one) => {
    const option = make("option", "", one.name);
    option.value = one.id;
    option.selected = one.id === user;
    return option;
  }));
  const places = [{ id: "home", name: "App Home", home: true }, ...(state.channels || [])];
  if (!places.some((one) => one.id === channel)) channel = (places[1] || places[0]).id;
  $("channels").replaceChildren(...places.map((one) => {
    const item = make("li");
    const go = make("button", one.id === channel ? "here" : "", one.home ? "⌂ App Home" : one.direct ? "● edr" : "# " + one.name);
    go.onclick = () => { channel = one.id; thread = ""; drawn = ""; one.home ? act({ kind: "home" }) : refresh(); };
    item.append(go);
    return item;
  }));
  const here = places.find((one) => one.id === channel);
  $("title").textContent = here.home ? "App Home" : here.direct ? "edr" : "# " + here.name;
  const box = $("messages");
  box.replaceChildren();
  $("write").hidden = here.home;
  if (here.home) {
    if (state.home) box.append(blocks(state.home, ""));
  } else {
    for (const one of here.messages.filter((one) => !one.thread_ts)) {
      box.append(message(one, here.id, false, false));
      const under = make("div", "thread");
      here.messages.filter((reply) => reply.thread_ts === one.ts).forEach((reply) => under.append(message(reply, here.id, true, false)));
      (state.whispers || []).filter((whisper) => whisper.channel === here.id && whisper.message.thread_ts === one.ts)
        .forEach((whisper) => under.append(message(whisper.message, here.id, true, true)));
      if (under.childNodes.length) box.append(under);
      const status = state.statuses[here.id + one.ts];
      if (status) box.append(make("div", "status", status));
    }
    (state.whispers || []).filter((whisper) => whisper.channel === here.id && !whisper.message.thread_ts)
      .forEach((whisper) => box.append(message(whisper.message, here.id, false, true)));
    box.scrollTop = box.scrollHeight;
  }
  $("replying").hidden = !thread;
  $("replying").textContent = "スレッドに返信中";
  form(state.modal);
}

async function refresh() {
  const state = await (await fetch("/state?user=" + encodeURIComponent(user))).json();
  const now = JSON.stringify(state) + channel + thread;
  if (now !== drawn) { drawn = now; draw(state); }
}

$("user").onchange = (event) => { user = event.target.value; localStorage.setItem("user", user); channel = ""; drawn = ""; refresh(); };
$("write").onsubmit = async (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (!text) return;
  if (text.startsWith("/edr")) { await act({ kind: "command", channel, text: text.slice(4).trim() }); return; }
  // Whoever writes here means the bot.
  await act({ kind: "say", channel, text: channel.startsWith("D") ? text : "<@UBOT> " + text, thread });
};
setInterval(refresh, 1000);
refresh();

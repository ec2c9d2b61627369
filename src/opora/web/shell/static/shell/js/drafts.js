// Begun forms are kept while one types: on the server for whoever is signed in, or in this very browser for a guest.
// The text stays in the page whatever happens; without this module the form is a plain form.

const PAUSE = 1200;
const RETRY = [4000, 8000, 15000, 30000];
const states = new WeakMap();

function lineOf(form) {
  return form?.querySelector("[data-draft]");
}

function stateOf(form) {
  if (!states.has(form)) {
    states.set(form, { revision: lineOf(form).dataset.draft, timer: 0, tries: 0, isOut: false, isSent: false });
  }
  return states.get(form);
}

function say(form, words, ...parts) {
  const line = lineOf(form);
  line.replaceChildren(words, ...parts.flatMap((part) => [" ", part]));
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn quiet small";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function later(form, wait) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => keep(form), wait);
}

function typed(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  // A sheet has its own heading; that of the page below names the family.
  const heading = form.closest("dialog, .record-page")?.querySelector("h2") ?? document.querySelector("h1");
  data.set("draft-title", heading?.textContent.trim() ?? document.title);
  return data;
}

async function send(form, what, revision, isLeaving = false) {
  const headers = { "X-Opora-Draft": what, "HX-Request": "true" };
  if (revision !== null) headers["X-Opora-Draft-Revision"] = revision;
  const request = new AbortController();
  stateOf(form).request = request;
  return fetch(form.action, { method: "POST", body: typed(form), headers, signal: request.signal, redirect: "error", keepalive: isLeaving });
}

// After signing in anew the page has an old mark against forgery: take the one of today.
async function renewMark(form) {
  const page = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (new URL(page.url).pathname !== location.pathname) return false;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
  const mark = fresh.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  if (!mark) return false;
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = mark;
  return true;
}

// Whoever came back to a page that was sent and types on there begins another one: take its marks.
async function beginAnother(form) {
  const page = await fetch(form.action, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
  const line = fresh.querySelector("[data-draft]");
  const mark = line?.closest("form")?.elements.intention?.value;
  if (!mark) return false;
  form.elements.intention.value = mark;
  stateOf(form).revision = line.dataset.draft;
  return true;
}

async function keep(form, isForced = false, isLeaving = false) {
  const state = stateOf(form);
  const line = lineOf(form);
  if (state.isSent || !form.isConnected) return;
  state.timer = 0;
  try {
    let answer = await send(form, "keep", isForced ? null : state.revision, isLeaving);
    if ((answer.status === 401 || answer.status === 403) && (await renewMark(form))) {
      answer = await send(form, "keep", isForced ? null : state.revision);
    }
    if (answer.status === 401 || answer.status === 403) {
      state.isOut = true;
      const link = document.createElement("a");
      Object.assign(link, { href: line.dataset.login, target: "_blank", rel: "noopener", textContent: line.dataset.signIn });
      say(form, line.dataset.out, link);
      return;
    }
    if (answer.status === 410) {
      if (state.isSent || isLeaving) return;
      if (await beginAnother(form)) answer = await send(form, "keep", isForced ? null : state.revision);
    }
    state.isOut = false;
    const told = await answer.json();
    if (answer.status === 409) {
      say(
        form,
        line.dataset.elsewhere.replace("[time]", told.saved_at),
        button(line.dataset.show, () => leave(form)),
        button(line.dataset.stay, () => keep(form, true)),
      );
      return;
    }
    if (!answer.ok) {
      say(form, told.message);
      return;
    }
    state.revision = told.revision;
    state.tries = 0;
    say(form, line.dataset.kept.replace("[time]", told.saved_at));
    form.dispatchEvent(new Event("kept", { bubbles: true }));
  } catch (failure) {
    if (state.isSent || failure.name === "AbortError") return;
    say(form, line.dataset.offline);
    later(form, RETRY[Math.min(state.tries++, RETRY.length - 1)]);
  }
}

// Without a net the text stays in the page, says so where one looks, and is kept as soon as there is one again.
function wait(form) {
  const state = stateOf(form);
  state.isSent = false;
  say(form, lineOf(form).dataset.offline);
  lineOf(form).scrollIntoView({ block: "center" });
  later(form, RETRY[Math.min(state.tries++, RETRY.length - 1)]);
}

function leave(form) {
  form.dispatchEvent(new Event("kept", { bubbles: true }));
  location.reload();
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (lineOf(form)) later(form, PAUSE);
});
// What was typed last is kept at once when the page is left or the sheet is put away, and not after the pause.
function hurry() {
  for (const line of document.querySelectorAll("[data-draft]")) {
    const form = line.closest("form");
    const state = stateOf(form);
    if (!state.timer || state.isSent || state.isOut) continue;
    clearTimeout(state.timer);
    keep(form, false, true);
  }
}
addEventListener("pagehide", hurry);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && hurry());
document.addEventListener("close", hurry, true);
document.addEventListener("htmx:beforeSwap", hurry);
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!lineOf(form)) return;
  const state = stateOf(form);
  if (state.isOut) {
    // Sent now, the text would be lost at the door.
    event.preventDefault();
    event.stopImmediatePropagation();
    keep(form);
    lineOf(form).scrollIntoView({ block: "center" });
    return;
  }
  if (!navigator.onLine) {
    // Sent now, a page would be left for the one on which a browser says that there is no net.
    event.preventDefault();
    event.stopImmediatePropagation();
    wait(form);
    return;
  }
  clearTimeout(state.timer);
  state.timer = 0;
  state.request?.abort();
  state.isSent = true;
}, true);
// What only looks something up within a form (a family of that name?) tells nothing of whether the form has arrived.
function sentBy(event) {
  return event.target.matches?.("form") && lineOf(event.target) ? event.target : null;
}
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const form = sentBy(event);
    if (form) wait(form);
  });
}
// A refused sheet comes back, and a page restored by "Back" may be typed into again.
addEventListener("pageshow", () => {
  for (const line of document.querySelectorAll("[data-draft]")) stateOf(line.closest("form")).isSent = false;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = sentBy(event);
  if (form) stateOf(form).isSent = false;
});
for (const name of ["online", "focus"]) {
  addEventListener(name, () => {
    for (const line of document.querySelectorAll("[data-draft]")) {
      const form = line.closest("form");
      if (stateOf(form).isOut || stateOf(form).tries) keep(form);
    }
  });
}
document.addEventListener("click", async (event) => {
  const form = event.target.closest("[data-draft-discard]")?.form;
  if (!form) return;
  clearTimeout(stateOf(form).timer);
  await send(form, "discard", null);
  leave(form);
});

// A guest's text stays in this browser until it is sent or wiped; nothing goes anywhere.
const guest = document.querySelector("form[data-keep-here]");
const place = `opora ${location.pathname}`;
if (guest) {
  const line = guest.querySelector("[data-here]");
  const isKept = (control) => control.name && !control.closest("[aria-hidden]") && !/^(hidden|file|submit)$/.test(control.type);
  const controls = () => [...guest.elements].filter(isKept);
  const write = () => {
    const kept = controls().map((one) => [one.name, one.type.match(/radio|checkbox/) ? one.value : "", one.checked ?? null, one.value]);
    localStorage.setItem(place, JSON.stringify(kept));
    line.hidden = false;
  };
  const kept = JSON.parse(localStorage.getItem(place) ?? "null");
  if (kept && !guest.querySelector(".errors, .wrong")) {
    for (const [name, choice, checked, value] of kept) {
      for (const one of controls().filter((control) => control.name === name)) {
        if (!/radio|checkbox/.test(one.type)) one.value = value;
        else if (one.value === choice) one.checked = checked;
      }
    }
    line.hidden = false;
  }
  guest.addEventListener("input", write);
  line.querySelector("button").addEventListener("click", () => {
    localStorage.removeItem(place);
    guest.reset();
    line.hidden = true;
  });
}
// What was sent is wiped where the answer says that it has arrived.
const arrived = document.querySelector("[data-wipe-here]");
if (arrived) localStorage.removeItem(`opora ${arrived.dataset.wipeHere}`);

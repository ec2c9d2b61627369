// The sheet of an assessment: digits rate and move on, progress is counted, the draft is kept on the server.
// Without this module the sheet is a plain form with a button for the draft.

const PAUSE = 900;
const RETRY = [4000, 8000, 15000, 30000];

const sheet = document.querySelector("form[data-sheet]");
if (sheet) {
  countAll();
  keys();
  if (sheet.dataset.sheetDraft) drafts();
  follow();
  foldSections();
}

function questions() {
  return [...sheet.querySelectorAll("[data-question]")];
}

function isAnswered(question) {
  return question.querySelector("input:checked") !== null;
}

// 1. Progress of the sheet and of each section.
function countAll() {
  const all = questions();
  const done = all.filter(isAnswered).length;
  sheet.querySelector("[data-answered]").textContent = done;
  const meter = sheet.querySelector("[data-progress]");
  meter.max = all.length;
  meter.value = done;
  for (const section of sheet.querySelectorAll("section[data-section]")) {
    const asked = section.querySelectorAll("[data-question]");
    const answered = [...asked].filter(isAnswered).length;
    const link = sheet.querySelector(`.jump a[data-section="${section.dataset.section}"]`);
    for (const place of [link, section]) place.querySelector("[data-count]").textContent = `${answered}/${asked.length}`;
    link.classList.toggle("done", answered === asked.length);
  }
}

// 2. A digit on a question answers it and goes to the next one; a weak side stops at its comment.
function keys() {
  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("textarea") && event.key === "Tab" && !event.shiftKey) {
      const next = after(event.target.closest(".item").querySelector("[data-question]:last-of-type"));
      if (next) {
        event.preventDefault();
        go(next);
      }
      return;
    }
    if (!event.target.matches("input[type=radio]") || !/^[0-9]$/.test(event.key)) return;
    const question = event.target.closest("[data-question]");
    const choice = question.querySelector(`input[data-key="${event.key}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.checked = true;
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    const item = question.closest(".item");
    const isLast = [...item.querySelectorAll("[data-question]")].at(-1) === question;
    const comment = item.querySelector("textarea");
    if (isLast && item.querySelector("[data-weak]:checked") && !comment.value) {
      comment.focus({ preventScroll: true });
      show(item);
      return;
    }
    const next = after(question);
    if (next) go(next);
    else sheet.querySelector("button[name=hand_in]").focus();
  });
}

function after(question) {
  const all = questions();
  return all[all.indexOf(question) + 1] ?? null;
}

function go(question) {
  question.closest("details").open = true;
  (question.querySelector("input:checked") ?? question.querySelector("input")).focus({ preventScroll: true });
  show(question.closest(".item"));
}

function show(item) {
  item.scrollIntoView({ block: "center" });
}

// 3. Which section is being filled in, in the list of sections.
function follow() {
  if (!("IntersectionObserver" in window)) return;
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of sheet.querySelectorAll(".jump a")) {
          const isHere = link.dataset.section === entry.target.dataset.section;
          link.classList.toggle("is-here", isHere);
          if (!isHere) continue;
          link.setAttribute("aria-current", "true");
          const list = link.closest("ol");
          list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.clientWidth) / 2;
        }
        for (const link of sheet.querySelectorAll(".jump a:not(.is-here)")) link.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-30% 0px -60% 0px" },
  );
  for (const section of sheet.querySelectorAll("section[data-section]")) seen.observe(section);
}

// 4. On a telephone the section stands open in which something waits for an answer; the next one opens by itself.
function foldSections() {
  const phone = matchMedia("(max-width: 900px)");
  const folds = [...sheet.querySelectorAll("section[data-section] > details")];
  const waits = (fold) => [...fold.querySelectorAll("[data-question]")].some((question) => !isAnswered(question));

  function fold() {
    const next = folds.find((one) => one.querySelector("[aria-invalid=true]")) ?? folds.find(waits);
    for (const one of folds) one.open = !phone.matches || one === next || one.matches(":target, :has(:target)");
  }

  fold();
  phone.addEventListener("change", fold);
  sheet.addEventListener("change", (event) => {
    const here = event.target.closest("section[data-section] > details");
    if (!phone.matches || !here || waits(here)) return;
    const next = folds.find(waits);
    if (next) next.open = true;
  });
}

// 5. The draft on the server: a moment after typing, again when the connection returns, at once when leaving.
function drafts() {
  const words = sheet.dataset;
  const state = sheet.querySelector("[data-state]");
  const revision = sheet.elements.draft_revision;
  let timer = 0;
  let isChanged = false;
  let isSending = false;
  let isStopped = false;
  let failures = 0;

  function tell(text, isBad = false) {
    state.textContent = text;
    state.classList.toggle("is-bad", isBad);
  }

  function soon(wait) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(send, wait);
  }

  function token() {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return cookie ? decodeURIComponent(cookie[1]) : sheet.elements.csrfmiddlewaretoken.value;
  }

  async function send({ force = false, keepalive = false } = {}) {
    if (isSending || !isChanged) return;
    isSending = true;
    isChanged = false;
    const body = new FormData(sheet);
    if (force) body.set("force", "1");
    if (!state.classList.contains("is-bad")) tell(words.saving);
    try {
      const answer = await fetch(words.sheetDraft, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": token(), "HX-Request": "true" },
        credentials: "same-origin",
        keepalive,
      });
      await take(answer);
    } catch {
      again(words.offline);
    } finally {
      isSending = false;
      if (isChanged && failures === 0) soon(PAUSE);
    }
  }

  async function take(answer) {
    if (answer.status === 401) return again(words.left);
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    if (!isJson) return again(words.failed);
    const said = await answer.json();
    if (answer.ok) {
      failures = 0;
      revision.value = said.revision;
      tell(`${words.saved} ${said.saved_at}`);
      if (!isChanged) sheet.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
      return undefined;
    }
    isChanged = true;
    if (answer.status === 409) return choose(said.message);
    return again(said.message || words.failed);
  }

  function again(text) {
    isChanged = true;
    tell(text, true);
    soon(RETRY[Math.min(failures, RETRY.length - 1)]);
    failures += 1;
  }

  // The same person in two windows: nothing is overwritten without a word.
  function choose(text) {
    isStopped = true;
    clearTimeout(timer);
    tell(text, true);
    const overwrite = button(words.overwrite, () => {
      isStopped = false;
      send({ force: true });
    });
    const reload = button(words.reload, () => {
      sheet.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
      location.reload();
    });
    state.append(overwrite, reload);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn small";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  sheet.addEventListener("input", () => {
    isChanged = true;
    failures = 0;
    soon(PAUSE);
  });
  sheet.addEventListener("change", countAll);
  addEventListener("online", () => {
    failures = 0;
    send();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !isStopped) send({ keepalive: true });
  });
  sheet.addEventListener("submit", () => {
    isStopped = true;
    clearTimeout(timer);
  });
}

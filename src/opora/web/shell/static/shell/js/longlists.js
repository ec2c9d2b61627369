// On a telephone a page longer than three screens shows the beginning of its long lists; one touch shows the rest of a list.
// What may wait (details[data-may-wait]) is folded before that, the last first. The search of the browser finds every
// line. Without this module, on a desk and on paper every line is there.

const phone = matchMedia("(max-width: 900px)");
const ENDLESS = 2600;
const TOGETHER = 1800;
const LEAST = 500;
const LISTS = "main :is(table.stack > tbody, ul.list, ul.tasks, ul.plain, [data-long])";
const TYPED = "input:not([type=hidden]), select, textarea";
const IS_FOUND_HIDDEN = "onbeforematch" in document.body;
const waited = new WeakSet();

function height() {
  return document.documentElement.scrollHeight;
}

function show(list) {
  const first = list.querySelector(":scope > .beyond");
  for (const line of list.querySelectorAll(":scope > .beyond")) {
    line.classList.remove("beyond");
    line.hidden = false;
  }
  (list.closest("table") ?? list).parentElement.querySelector(":scope > .rest")?.remove();
  return first;
}

function fold(list, most) {
  const top = list.getBoundingClientRect().top;
  const beyond = [...list.children].filter((line) => line.getBoundingClientRect().bottom - top > most).slice(1);
  // What the address points at is never hidden, nor is a line or two worth a touch.
  if (beyond.length < 3 || beyond.some((line) => line.matches(":target, :has(:target)"))) return;
  for (const line of beyond) {
    line.classList.add("beyond");
    if (IS_FOUND_HIDDEN) line.hidden = "until-found";
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn wide rest";
  button.textContent = `${document.getElementById("main").dataset.rest} ${beyond.length}`;
  button.addEventListener("click", () => show(list)?.querySelector("a, button, summary")?.focus());
  (list.closest("table") ?? list).after(button);
}

function foldWhatMayWait() {
  const waiting = [...document.querySelectorAll("main details[data-may-wait][open]")].reverse();
  for (const one of waiting) {
    // What somebody unfolded stays so.
    if (waited.has(one)) continue;
    if (height() <= ENDLESS) return;
    waited.add(one);
    one.open = one.matches(":target, :has(:target)");
  }
}

function foldLongLists() {
  if (!phone.matches) return;
  foldWhatMayWait();
  if (height() <= ENDLESS) return;
  const long = [...document.querySelectorAll(LISTS)].filter(
    (list) => list.offsetHeight > LEAST && !list.querySelector(TYPED) && !list.querySelector(".beyond"),
  );
  const most = Math.max(LEAST, TOGETHER / long.length);
  for (const list of long) fold(list, most);
}

foldLongLists();
document.addEventListener("htmx:afterSettle", foldLongLists);
document.addEventListener("beforematch", (event) => {
  const line = event.target.closest(".beyond");
  if (line) show(line.parentElement);
});
phone.addEventListener("change", () => {
  if (phone.matches) return foldLongLists();
  for (const line of document.querySelectorAll("main .beyond")) show(line.parentElement);
  for (const one of document.querySelectorAll("main details[data-may-wait]")) one.open = true;
});

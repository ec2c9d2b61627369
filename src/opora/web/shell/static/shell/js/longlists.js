// On a telephone a page longer than three screens shows the beginning of its long lists; one touch shows the rest of a list.
// What may wait (details or a card marked data-may-wait) is folded before that, the last first; of a card its heading
// stays. The search of the browser finds every line. Without this module, on a desk and on paper every line is there.

const phone = matchMedia("(max-width: 900px)");
const ENDLESS = 2600;
const TOGETHER = 1500;
const LEAST = 500;
// Less than this is not worth a touch.
const WORTH = 160;
const LISTS = "main :is(table.stack > tbody, ul.list, ul.tasks, ul.plain, ol.log, ol.tl, [data-long])";
const CARD = "[data-may-wait]:not(details)";
const MAY_WAIT = `main :is(details[data-may-wait][open], ${CARD})`;
const TYPED = "input:not([type=hidden]), select, textarea";
const IS_FOUND_HIDDEN = "onbeforematch" in document.body;
const waited = new WeakSet();
// Once somebody has unfolded a part, no other folds under the hand.
let isInHand = false;

function height() {
  return document.documentElement.scrollHeight;
}

function isCard(list) {
  return list.matches(CARD);
}

function show(list) {
  isInHand = true;
  const first = list.querySelector(":scope > .beyond");
  for (const line of list.querySelectorAll(":scope > .beyond")) {
    line.classList.remove("beyond");
    line.hidden = false;
  }
  const place = isCard(list) ? list : (list.closest("table") ?? list).parentElement;
  place.querySelector(":scope > .rest")?.remove();
  return first;
}

function hide(lines, words, list) {
  for (const line of lines) {
    line.classList.add("beyond");
    if (IS_FOUND_HIDDEN) line.hidden = "until-found";
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn wide rest";
  button.textContent = words;
  button.addEventListener("click", () => {
    const first = show(list);
    (first?.matches("a, button, summary") ? first : first?.querySelector("a, button, summary"))?.focus();
  });
  return button;
}

function foldCard(card) {
  const beyond = [...card.children].filter((part) => !part.matches("header, .rest"));
  const heading = card.querySelector(":scope > header :is(h2, h3, h4)");
  if (!heading || card.offsetHeight < WORTH || card.matches(":target, :has(:target)") || card.querySelector(TYPED)) return;
  const button = hide(beyond, document.getElementById("main").dataset.show, card);
  button.className = "textlink rest";
  button.setAttribute("aria-label", `${button.textContent}: ${heading.textContent.trim()}`);
  card.append(button);
}

function fold(list, most) {
  const top = list.getBoundingClientRect().top;
  // Two lines say at least what kind of list it is.
  const beyond = [...list.children].slice(2).filter((line) => line.getBoundingClientRect().bottom - top > most);
  const saved = beyond.reduce((sum, line) => sum + line.offsetHeight, 0);
  // What the address points at is never hidden, nor are a few low lines worth a touch.
  if (saved < WORTH || beyond.some((line) => line.matches(":target, :has(:target)"))) return;
  const words = `${document.getElementById("main").dataset.rest} ${beyond.length}`;
  (list.closest("table") ?? list).after(hide(beyond, words, list));
}

function foldWhatMayWait() {
  const waiting = [...document.querySelectorAll(MAY_WAIT)].reverse();
  for (const one of waiting) {
    // What somebody unfolded stays so.
    if (waited.has(one)) continue;
    if (height() <= ENDLESS) return;
    waited.add(one);
    if (isCard(one)) foldCard(one);
    else one.open = one.matches(":target, :has(:target)");
  }
}

function foldLongLists() {
  if (!phone.matches) return;
  if (!isInHand) foldWhatMayWait();
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
  isInHand = false;
  if (phone.matches) return foldLongLists();
  for (const line of document.querySelectorAll("main .beyond")) show(line.parentElement);
  for (const one of document.querySelectorAll("main details[data-may-wait]")) one.open = true;
});

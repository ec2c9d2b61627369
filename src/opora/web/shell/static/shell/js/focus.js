// Whoever works by keyboard keeps the place when a part of the page is drawn anew: the focus stays with the same
// button or link, else with what stands where it stood. Without this module it would fall back to the top of the page.

const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
let left = null;

function reachable(part) {
  const all = part.matches(REACHED) ? [part] : [];
  return [...all, ...part.querySelectorAll(REACHED)].filter((one) => one.checkVisibility() && !one.disabled);
}

function called(one) {
  return `${one.tagName} ${one.getAttribute("aria-label") ?? ""} ${one.name ?? ""} ${one.textContent.trim()}`;
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target } = event.detail;
  const at = document.activeElement;
  left = null;
  if (at && at !== document.body && target.contains(at)) {
    left = { target, name: called(at), at: reachable(target).indexOf(at) };
  }
});

// What stands where the target stood: itself, filled anew, or what took its place; not a word that came along.
function tookItsPlace(part) {
  if (left.target.isConnected) return part === left.target;
  return left.target.id ? part.id === left.target.id : part.id !== "toasts";
}

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  if (!left || !part?.isConnected || !tookItsPlace(part)) return;
  const { name, at } = left;
  left = null;
  if (document.activeElement !== document.body) return;
  const there = reachable(part);
  const next = there.find((one) => called(one) === name) ?? there[Math.min(Math.max(at, 0), there.length - 1)];
  if (!next) part.tabIndex = -1;
  (next ?? part).focus();
});

// Where an answer draws the whole page anew, one goes on at the line where one was.
const PLACE = "opora-place";

document.addEventListener("htmx:beforeOnLoad", (event) => {
  const place = document.activeElement?.closest("[id]")?.id;
  if (event.detail.xhr.getResponseHeader("HX-Refresh") && place && place !== "main") sessionStorage.setItem(PLACE, place);
});

const before = document.getElementById(sessionStorage.getItem(PLACE) ?? "");
sessionStorage.removeItem(PLACE);
if (before) (reachable(before)[0] ?? before).focus();

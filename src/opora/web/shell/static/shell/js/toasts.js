// Short words after something was done. Good news leaves by itself; bad news stays until it is closed.
// A server answer may bring one:  HX-Trigger: {"toast": {"text": "…", "kind": "success"}}

const STAYS = 9000;
const ICONS = { success: "ok", error: "error", warning: "warning", info: "info" };
const place = () => document.getElementById("toasts");

function equip(toast) {
  if (toast.dataset.equipped) return;
  toast.dataset.equipped = "yes";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn quiet small only-icon";
  close.textContent = "×";
  close.setAttribute("aria-label", place().dataset.close);
  close.addEventListener("click", () => toast.remove());
  toast.append(close);
  if (toast.matches(".error, .warning")) return;
  let timer = setTimeout(() => toast.remove(), STAYS);
  const hold = () => clearTimeout(timer);
  const release = () => { timer = setTimeout(() => toast.remove(), STAYS); };
  toast.addEventListener("pointerenter", hold);
  toast.addEventListener("pointerleave", release);
  toast.addEventListener("focusin", hold);
  toast.addEventListener("focusout", release);
}

function show(text, kind = "success") {
  if (!place() || !text) return;
  const toast = document.createElement("div");
  toast.className = `toast ${ICONS[kind] ? kind : "info"}`;
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(document.createElement("i"), words);
  place().append(toast);
  equip(toast);
}

// What has the focus is never hidden behind a word of what was done: the words step out of its way.
function stepAside(target) {
  if (!place()?.childElementCount || place().contains(target)) return;
  const words = place().getBoundingClientRect();
  const box = (target.closest("label") ?? target).getBoundingClientRect();
  const isBehind = box.right > words.left && box.left < words.right && box.bottom > words.top && box.top < words.bottom;
  if (isBehind) place().toggleAttribute("data-above");
}

for (const toast of document.querySelectorAll("#toasts .toast")) equip(toast);
document.addEventListener("focusin", ({ target }) => {
  stepAside(target);
  // The page may have been scrolled to it meanwhile.
  requestAnimationFrame(() => stepAside(target));
});
document.addEventListener("toast", (event) => {
  const detail = event.detail || {};
  if (typeof detail === "string") show(detail);
  else show(detail.text ?? detail.value, detail.kind);
});
document.addEventListener("htmx:responseError", () => show(place()?.dataset.failed, "error"));
document.addEventListener("htmx:sendError", () => show(place()?.dataset.offline, "error"));

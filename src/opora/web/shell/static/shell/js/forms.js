// Helps for forms: filters apply themselves, unsaved work is guarded, one click sends once, errors get the focus.

// 1. form[data-autosubmit] sends itself a moment after a choice or after typing.
const WAIT = 400;
const timers = new WeakMap();

function sendSoon(form, wait) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => form.requestSubmit(), wait));
}

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosubmit]");
  if (form && !event.target.matches("input[type=search], input[type=text]")) sendSoon(form, 0);
});
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-autosubmit]");
  if (form && event.target.matches("input[type=search], input[type=text]")) sendSoon(form, WAIT);
});

// 2. form[data-guard] asks before a page with typed and unsent text is left.
const unsent = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) unsent.add(form);
});
document.addEventListener("submit", (event) => unsent.delete(event.target));
// A form that keeps a draft on the server says so with the event "kept".
document.addEventListener("kept", (event) => unsent.delete(event.target.closest("form")));
addEventListener("beforeunload", (event) => {
  if ([...unsent].some((form) => form.isConnected)) event.preventDefault();
});

// 3. A second click on a plain form's button does not send it twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[hx-post]") || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  // A form that downloads a file leaves the page standing: free its button again.
  setTimeout(() => delete form.dataset.sent, 4000);
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// 4. The list of errors speaks first, on a new page and in a swapped part of one.
function focusErrors(root) {
  root.querySelector("[data-focus]")?.focus();
}

focusErrors(document);
document.addEventListener("htmx:afterSwap", (event) => focusErrors(event.detail.target));

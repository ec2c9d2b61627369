// «Записать»: the links of the page open as a sheet over it. Without this script they are ordinary pages.

const sheet = document.getElementById("record");
const body = document.getElementById("record-body");

function open(url) {
  if (!sheet.open) {
    body.textContent = body.dataset.waiting;
    sheet.showModal();
  }
  htmx.ajax("GET", url, { target: body, swap: "innerHTML" });
}

// An address that answers "sign in" or not at all is better opened as a page.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.target !== body) return;
  sheet.close();
  if (event.detail.requestConfig?.verb === "get") location.assign(event.detail.pathInfo.requestPath);
});

document.addEventListener("click", (event) => {
  if (!sheet || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-record], #record a[data-sheet], #record a[data-close]");
  if (!link) {
    // A click on the veil closes, as Escape does; nothing typed is lost, for the sheet is only put away.
    if (event.target === sheet) sheet.close();
    return;
  }
  event.preventDefault();
  if (link.matches("[data-close]")) sheet.close();
  else open(link.href);
});

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.code !== "KeyN" && event.key.toLowerCase() !== "\u0437") return;
  const link = document.querySelector("a[data-record-key]");
  if (!link) return;
  event.preventDefault();
  link.focus();
  open(link.href);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === body && !body.querySelector("[data-focus]")) {
    (body.querySelector(".record-search input[type=search], .kinds a") ?? document.getElementById("sheet-title"))?.focus();
  }
});

// How many photographs were chosen.
document.addEventListener("change", (event) => {
  if (!event.target.matches(".record-form .photos input")) return;
  const words = event.target.closest(".photos").querySelector("[data-chosen]");
  words.dataset.empty ??= words.textContent;
  const count = event.target.files.length;
  words.textContent = count ? `${words.dataset.chosen} ${count}` : words.dataset.empty;
});

// Whoever chooses the date meant to type one.
document.addEventListener("change", (event) => {
  if (event.target.matches(".when input[value=other]")) event.target.closest(".when").querySelector("[type=date]")?.focus();
});

// Menus and dialogs. Both work without this module: a menu is <details>, a dialog's link leads to a page.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }

  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    dialog.showModal();
  }

  const closer = event.target.closest("[data-close-dialog]");
  if (closer) closer.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("focusin", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

for (const now of document.querySelectorAll(".stages .now")) {
  const bar = now.closest(".stages");
  bar.scrollLeft = now.offsetLeft - (bar.clientWidth - now.offsetWidth) / 2;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// What a page shows at length on a desk is folded on a telephone, but for what the address points at; without this
// script it stands open.
const phone = matchMedia("(max-width: 900px)");
function foldForPhone() {
  for (const one of document.querySelectorAll("details[data-folds-on-phone]")) {
    one.open = !phone.matches || one.matches(":target, :has(:target)");
  }
}
foldForPhone();
phone.addEventListener("change", foldForPhone);

// A link to a place within the page unfolds what it lies in.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const place = link?.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
});

// On paper nothing can be unfolded, so everything is; afterwards it stands as it stood.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open]):not(.menu)")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
  folded = [];
});

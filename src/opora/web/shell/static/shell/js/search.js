// The one search: "/" or the icon at the top of a phone leads into it from anywhere, Escape closes its answer, and so does going on.
const field = document.querySelector("#find-everywhere, #search-q");
const answer = document.querySelector("#found");

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
    if (!field.checkVisibility()) return;
    event.preventDefault();
    field.focus();
    field.select();
  }
  if (event.key === "Escape" && answer?.contains(document.activeElement)) field.focus();
  if (event.key === "Escape") close();
});
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-search]");
  if (opener && answer && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.form.classList.add("open");
    field.focus();
  } else if (!event.target.closest(".side-search")) close();
});

// Whoever leaves it by keyboard sees the page again, and nothing lies over what has the focus.
document.addEventListener("focusin", (event) => {
  if (event.target.closest(".side-search, [data-search]")) return;
  answer?.replaceChildren();
  field?.form.classList.remove("open");
});

function close() {
  answer?.replaceChildren();
  if (!field?.form.classList.contains("open")) return;
  field.form.classList.remove("open");
  document.querySelector("[data-search]")?.focus();
}

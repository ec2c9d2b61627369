// The one search: "/" leads into it from anywhere, Escape closes its answer.
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
  if (event.key === "Escape") answer?.replaceChildren();
});
document.addEventListener("click", (event) => {
  if (answer && !event.target.closest(".side-search")) answer.replaceChildren();
});

// What only works with scripts is shown once they are all there: pressed before that, it would do nothing.
// The document tells of its content only after the last module of the page has run.

document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.dataset.scripts = "ready";
});

// The look a person chose is kept in a cookie, so the server draws the next page in it at once.
// Without this module the same form does the same with a reload.

const YEAR = 60 * 60 * 24 * 365;

document.addEventListener("click", (event) => {
  const button = event.target.closest("form[data-look] button[name=theme]");
  if (!button) return;
  event.preventDefault();
  const secure = location.protocol === "https:" ? "; secure" : "";
  const age = button.value ? YEAR : 0;
  document.cookie = `opora_theme=${button.value}; path=/; max-age=${age}; samesite=lax${secure}`;
  if (button.value) document.documentElement.dataset.theme = button.value;
  else delete document.documentElement.dataset.theme;
  for (const other of document.querySelectorAll("form[data-look] button[name=theme]")) {
    other.setAttribute("aria-pressed", String(other.value === button.value));
  }
});

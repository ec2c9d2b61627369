// On a telephone a page that would be endless shows the beginning of its long lists; one touch shows the rest of a list.
// Without this module, on a desk and on paper every line is there.

const phone = matchMedia("(max-width: 900px)");
const ENDLESS = 5000;
const TOGETHER = 3000;
const LEAST = 500;
const LISTS = "main :is(table.stack > tbody, ul.list, ul.tasks, ul.plain, [data-long])";
const TYPED = "input:not([type=hidden]), select, textarea";

function show(list) {
  const first = list.querySelector(":scope > .beyond");
  for (const line of list.querySelectorAll(":scope > .beyond")) line.classList.remove("beyond");
  return first;
}

function fold(list, most) {
  const top = list.getBoundingClientRect().top;
  const beyond = [...list.children].filter((line) => line.getBoundingClientRect().bottom - top > most).slice(1);
  // What the address points at is never hidden, nor is a line or two worth a touch.
  if (beyond.length < 3 || beyond.some((line) => line.matches(":target, :has(:target)"))) return;
  for (const line of beyond) line.classList.add("beyond");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn wide rest";
  button.textContent = `${document.getElementById("main").dataset.rest} ${beyond.length}`;
  button.addEventListener("click", () => {
    const first = show(list);
    button.remove();
    first?.querySelector("a, button, summary")?.focus();
  });
  (list.closest("table") ?? list).after(button);
}

function foldLongLists() {
  if (!phone.matches || document.documentElement.scrollHeight < ENDLESS) return;
  const long = [...document.querySelectorAll(LISTS)].filter(
    (list) => list.offsetHeight > LEAST && !list.querySelector(TYPED) && !list.querySelector(".beyond"),
  );
  const most = Math.max(LEAST, TOGETHER / long.length);
  for (const list of long) fold(list, most);
}

foldLongLists();
document.addEventListener("htmx:afterSettle", foldLongLists);
phone.addEventListener("change", () => {
  if (phone.matches) return foldLongLists();
  for (const button of document.querySelectorAll("main .rest")) button.remove();
  for (const line of document.querySelectorAll("main .beyond")) line.classList.remove("beyond");
});

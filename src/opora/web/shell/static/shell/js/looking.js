// Looks among what a field offers while one types: input[data-look]. Without this module the name typed is looked up
// when the form is sent.

const PAUSE = 250;
const timers = new WeakMap();

async function look(input) {
  const answer = await fetch(input.form.action, {
    method: "POST",
    body: new FormData(input.form),
    headers: { "X-Opora-Look": input.dataset.look, "HX-Request": "true" },
  });
  if (answer.ok) input.parentElement.querySelector("[aria-live]").innerHTML = await answer.text();
}

document.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.matches("input[data-look]")) return;
  clearTimeout(timers.get(input));
  if (input.value.trim().length > 1) timers.set(input, setTimeout(() => look(input), PAUSE));
});
document.addEventListener("change", (event) => {
  // Whoever is chosen by a card needs no name beside it.
  if (!event.target.matches("input[type=radio]")) return;
  const input = event.target.closest("fieldset")?.querySelector("input[data-look]");
  if (input) input.value = "";
});

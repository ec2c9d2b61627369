// Looks among what a field offers while one types: input[data-look]. Without this module the name typed is looked up
// when the form is sent.

const PAUSE = 250;
const timers = new WeakMap();

async function look(input) {
  const asked = input.value;
  const answer = await fetch(input.form.action, {
    method: "POST",
    body: new FormData(input.form),
    headers: { "X-Opora-Look": input.dataset.look, "HX-Request": "true" },
  });
  if (!answer.ok) return;
  const offered = await answer.text();
  // Meanwhile somebody typed on or chose: what is late does not come over what is there by now.
  if (input.value !== asked) return;
  input.parentElement.querySelector("[aria-live]").innerHTML = offered;
}

document.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.matches("input[data-look]")) return;
  clearTimeout(timers.get(input));
  if (input.value.trim().length > 1) timers.set(input, setTimeout(() => look(input), PAUSE));
});
document.addEventListener("change", (event) => {
  // Whoever was found and ticked stays among those drawn, and the next name may be typed.
  const found = event.target.matches("input[type=checkbox]") && event.target.closest(".people-found");
  if (found) {
    const line = found.parentElement;
    const row = event.target.closest(".people-found > div");
    const list = line.closest("fieldset").querySelector(".chips, .choices > div");
    if (list.matches(".chips")) {
      const chip = row.querySelector("label");
      chip.className = "chip";
      list.append(chip);
    } else list.append(row);
    const input = line.querySelector("input[data-look]");
    input.value = "";
    found.replaceChildren();
    input.focus();
  }
  const short = event.target.matches("select") && event.target.parentElement.querySelector("input[data-look]");
  if (short) {
    short.value = "";
    short.parentElement.querySelector("[aria-live]").replaceChildren();
  }
  // Whoever is chosen by a card needs no name beside it.
  if (!event.target.matches("input[type=radio]")) return;
  const input = event.target.closest("fieldset")?.querySelector("input[data-look]");
  if (input) input.value = "";
});

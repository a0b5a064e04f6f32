/* What a page does more with script than without; nothing here is needed to do the work. */

const said = () => document.getElementById("live");

/** Say something to people who cannot see that the page changed. */
function announce(text) {
  const region = said();
  if (!region || !text) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}

/** Show a message above the content; what was typed stays where it is. */
function warn(text) {
  const box = document.getElementById("connection");
  if (!box) return;
  box.querySelector("p").textContent = text;
  box.hidden = false;
}

/* Count while typing, as the server does: characters, and an Enter as one. */
function count(area) {
  const shown = document.getElementById(`${area.id}_counter`);
  if (!shown) return;
  const maximum = Number(area.dataset.counter);
  const length = [...area.value].length;
  const left = maximum - length;
  const number = new Intl.NumberFormat("nl-NL").format(Math.abs(left));
  shown.textContent = left < 0 ? `${number} tekens te veel.` : `Nog ${number} tekens.`;
  shown.classList.toggle("wt-counter--over", left < 0);
  clearTimeout(area.saying);
  area.saying = setTimeout(() => {
    if (left < 0 || left <= maximum / 10) announce(shown.textContent);
  }, 1000);
}

/* A form goes once. The button stays off until the answer is there. */
function buttonsOf(form) {
  return [...form.elements].filter((part) => part.type === "submit");
}

function release(form) {
  delete form.dataset.sent;
  buttonsOf(form).forEach((button) => button.removeAttribute("aria-disabled"));
}

function onSubmit(event) {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (!navigator.onLine) {
    event.preventDefault();
    event.stopImmediatePropagation();
    warn("Er is geen verbinding. Wat u typte staat er nog. Probeer het zo opnieuw.");
    return;
  }
  form.dataset.sent = "1";
  buttonsOf(form).forEach((button) => button.setAttribute("aria-disabled", "true"));
  changed.delete(form);
}

/* Leaving a form with unsaved text asks first. */
const changed = new Set();

function onInput(event) {
  if (event.target.dataset.counter) count(event.target);
  const form = event.target.form;
  if (form && "warnUnsaved" in form.dataset) changed.add(form);
}

function onLeave(event) {
  for (const form of changed) {
    if (form.isConnected) event.preventDefault();
  }
}

/* Shortcuts are written on the links and buttons themselves: data-key="Alt+N". */
const withKey = () => [...document.querySelectorAll("[data-key]")];
const nameOf = (part) => part.dataset.keyName || part.getAttribute("aria-label") || part.textContent.trim();

function pressed(event) {
  const key = event.code.replace(/^(Key|Digit)/, "");
  const parts = [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", key];
  return parts.filter(Boolean).join("+");
}

function onKey(event) {
  if (event.key === "Escape") closeMenus();
  if (!event.altKey && !event.ctrlKey) return;
  const wanted = pressed(event);
  const part = withKey().find((candidate) => candidate.dataset.key === wanted);
  if (!part) return;
  event.preventDefault();
  if (part.matches("input, select, textarea")) part.focus();
  else part.click();
}

function listKeys() {
  const list = document.getElementById("shortcuts");
  const parts = withKey();
  if (!list) return;
  list.closest("details").hidden = parts.length === 0;
  list.replaceChildren(...parts.map((part) => {
    part.setAttribute("aria-keyshortcuts", part.dataset.key);
    const line = document.createElement("li");
    const key = document.createElement("kbd");
    key.textContent = part.dataset.key;
    line.append(key, ` ${nameOf(part)}`);
    return line;
  }));
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.wt-menu[open]")) {
    if (menu === except) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
}

/* What is new on the page gets its counters, and the first error gets the focus. */
function prepare(root) {
  root.querySelectorAll("[data-counter]").forEach(count);
  root.querySelector("[data-focus]")?.focus();
  listKeys();
  if (document.querySelector(".wt-error-summary") && !document.title.startsWith("Fout: ")) {
    document.title = `Fout: ${document.title}`;
  }
}

/* A row that replaced itself keeps the focus, so that the keyboard goes on where it was. */
function arrive(part) {
  prepare(part);
  const said = part.dataset.announce || part.querySelector("[data-announce]")?.dataset.announce;
  announce(said);
  if (document.activeElement === document.body) part.querySelector("[data-focus-after]")?.focus();
}

document.addEventListener("submit", onSubmit, true);
document.addEventListener("input", onInput);
document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details.wt-menu"));
  if (event.target.closest("[data-print]")) window.print();
});
window.addEventListener("beforeunload", onLeave);
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) setTimeout(() => arrive(event.detail.elt), 0);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});
for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => warn("Er is even geen verbinding. Wat u typte staat er nog."));
}
document.addEventListener("htmx:responseError", () => warn("Dat lukte niet. Wat u typte staat er nog. Open de pagina opnieuw."));

prepare(document);

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
  countChange(form);
  forget(form);
  buttonsOf(form).forEach((button) => button.setAttribute("aria-disabled", "true"));
  changed.delete(form);
}

/* Leaving a form with unsaved text asks first. */
const changed = new Set();

function onInput(event) {
  if (event.target.dataset.counter) count(event.target);
  const form = event.target.form;
  countChange(form);
  if (form && "warnUnsaved" in form.dataset) changed.add(form);
}

function onLeave(event) {
  for (const part of [...changed, ...waiting]) {
    if (part.isConnected) event.preventDefault();
  }
}

/* A form that saves itself. What did not reach the server waits in the memory of this page and
   nowhere else, and goes once when the line is back. The window and the number of the change are
   its key: what arrived although the answer got lost is not kept twice. */
const waiting = new Set();
const RETRY_MS = 5000;
const NO_LINE = "Geen verbinding. Wat u typt staat nu alleen in dit scherm: sluit het niet. "
  + "Zodra er weer verbinding is, wordt het vanzelf bewaard.";

const savesItself = (part) => part instanceof HTMLElement && "autosave" in part.dataset;
const numberOf = (form) => form?.querySelector("input[data-number]");

function countChange(form) {
  const number = numberOf(form);
  if (number) number.value = Number(number.value) + 1;
}

function forget(form) {
  for (const part of waiting) {
    if (part.closest("form") === form) waiting.delete(part);
  }
}

function hold(part) {
  waiting.add(part);
  warn(NO_LINE);
}

function sendWaiting() {
  for (const part of waiting) {
    if (part.isConnected) window.htmx.trigger(part, "retry");
    else waiting.delete(part);
  }
}

/* What was typed while a save was under way is not saved by it. */
function saved(part, sent) {
  const form = part.closest("form");
  if (!sent || sent === numberOf(form)?.value) changed.delete(form);
  if (!waiting.delete(part) || waiting.size) return;
  document.getElementById("connection").hidden = true;
  announce("Er is weer verbinding. Alles is bewaard.");
}

window.addEventListener("online", sendWaiting);
setInterval(sendWaiting, RETRY_MS);

/* Shortcuts are written on the links and buttons themselves: data-key="Alt+N". */
const withKey = () => [...document.querySelectorAll("[data-key]")];
const nameOf = (part) => part.dataset.keyName || part.getAttribute("aria-label") || part.textContent.trim();

function pressed(event) {
  const key = event.code.replace(/^(Key|Digit)/, "");
  const parts = [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", key];
  return parts.filter(Boolean).join("+");
}

const typing = (part) => part.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");

/* With more than one of the same shortcut: the one in the part where the cursor is, else the last. */
function meant(wanted) {
  const parts = withKey().filter((candidate) => candidate.dataset.key === wanted);
  const scopeOf = (part) => part?.closest("[data-scope]") ?? null;
  const here = parts.find((part) => scopeOf(part) === scopeOf(document.activeElement));
  return here ?? parts.find((part) => scopeOf(part) === scopeOf(parts.at(-1)));
}

/* Of a group of radio buttons the one that is chosen: the arrows go on from there. */
function chosenOf(part) {
  if (part.type !== "radio") return part;
  const group = document.querySelectorAll(`input[type=radio][name="${CSS.escape(part.name)}"]`);
  return [...group].find((option) => option.checked) ?? part;
}

/* Enter in one line of a long form sends nothing: a call does not end by accident. */
function staysOnEnter(event) {
  if (event.key !== "Enter" || !event.target.matches?.("[data-no-enter] input")) return;
  event.preventDefault();
}

function onKey(event) {
  if (event.key === "Escape") closeMenus();
  staysOnEnter(event);
  if (event.key === "?" && (event.altKey || !typing(event.target))) showKeys(event);
  if (!event.altKey && !event.ctrlKey) return;
  const part = meant(pressed(event));
  if (!part) return;
  event.preventDefault();
  if (part.matches("input, select, textarea")) chosenOf(part).focus();
  else part.click();
}

function keyLine(name, text) {
  const line = document.createElement("li");
  const key = document.createElement("kbd");
  key.textContent = name;
  line.append(key, ` ${text}`);
  return line;
}

function listKeys() {
  const list = document.getElementById("shortcuts");
  if (!list) return;
  const parts = withKey();
  parts.forEach((part) => part.setAttribute("aria-keyshortcuts", part.dataset.key));
  const names = new Map(parts.map((part) => [part.dataset.key, nameOf(part)]));
  const lines = [...names].map(([key, name]) => keyLine(key, name));
  list.replaceChildren(...lines, keyLine("?", "Deze lijst (Alt+? in een invulveld)"));
  document.getElementById("shortcuts-open").hidden = false;
}

function showKeys(event) {
  event.preventDefault();
  document.getElementById("shortcuts-list")?.showModal();
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
  if (event.target.closest("#shortcuts-open")) showKeys(event);
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
  document.addEventListener(failure, (event) => {
    if (savesItself(event.target)) hold(event.target);
    else warn("Er is even geen verbinding. Wat u typte staat er nog.");
  });
}
document.addEventListener("htmx:afterRequest", (event) => {
  const part = event.detail.elt;
  if (!savesItself(part) || !event.detail.successful) return;
  saved(part, event.detail.requestConfig.parameters.number);
});
document.addEventListener("htmx:responseError", (event) => {
  if (savesItself(event.target) && event.detail.xhr.status >= 500) {
    hold(event.target);
    return;
  }
  const expired = event.detail.xhr.status === 403 && event.target.closest("form[data-no-enter]");
  warn(expired
    ? "Uw sessie is verlopen. Wat u typte staat er nog: rond af of bewaar, dan kunt u opnieuw inloggen."
    : "Dat lukte niet. Wat u typte staat er nog. Open de pagina opnieuw.");
});

prepare(document);

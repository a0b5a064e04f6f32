/* Drawing a signature. What was drawn goes along with the form as text, so that a form that comes
   back shows it again; only the picture goes along, not how fast it was drawn. */

const SVG = "http://www.w3.org/2000/svg";
const STEP = 3; /* units of the field; smaller steps say nothing more */

function placeIn(field, event) {
  const box = field.getBoundingClientRect();
  const { width, height } = field.viewBox.baseVal;
  const within = (value, most) => Math.min(Math.max(Math.round(value), 0), most);
  return [
    within(((event.clientX - box.left) / box.width) * width, width),
    within(((event.clientY - box.top) / box.height) * height, height),
  ];
}

const near = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) < STEP;
const pathOf = (line) => `M${line.map((place) => place.join(" ")).join(" L")}`;
const shown = (line) => pathOf(line.length > 1 ? line : [line[0], line[0]]);
const asText = (lines) => lines.map((line) => line.map((place) => place.join(",")).join(" ")).join(";");

function readText(text) {
  if (!text) return [];
  return text.split(";").map((line) => line.split(" ").map((pair) => pair.split(",").map(Number)));
}

function prepare(pad) {
  const field = pad.querySelector("svg");
  const group = pad.querySelector("[data-pad-lines]");
  const kept = pad.querySelector("input");
  const longest = Number(kept.dataset.longest);
  let lines = readText(kept.value);
  let current = null;

  function keep() {
    kept.value = asText(lines);
    kept.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function add(event) {
    const place = placeIn(field, event);
    const line = lines.at(-1);
    if (near(place, line.at(-1)) || asText(lines).length > longest - 10) return;
    line.push(place);
    current.setAttribute("d", shown(line));
  }

  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || current || asText(lines).length > longest - 20) return;
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    lines.push([placeIn(field, event)]);
    current = document.createElementNS(SVG, "path");
    current.setAttribute("d", shown(lines.at(-1)));
    group.append(current);
  });
  field.addEventListener("pointermove", (event) => {
    if (!current || !field.hasPointerCapture(event.pointerId)) return;
    const parts = event.getCoalescedEvents?.() ?? [];
    (parts.length ? parts : [event]).forEach(add);
  });
  function lift() {
    if (!current) return;
    current = null;
    keep();
  }

  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    field.addEventListener(end, lift);
  }
  pad.querySelector("[data-pad-clear]").addEventListener("click", () => {
    lines = [];
    group.replaceChildren();
    keep();
  });
}

document.querySelectorAll("[data-pad]").forEach(prepare);

// Offers what is published already while the applicant types. Without this file the
// button 查一查 does the same.
const form = document.querySelector("form[data-offers]");
const place = document.getElementById("offers");
const WAIT = 500;
let timer = 0;
let asked = "";

function typed() {
  const value = (name) => form.elements[name].value.trim();
  const text = `${value("information")} ${value("features")}`.trim().slice(0, 200);
  return { text, number: value("document_number") };
}

function entry(item) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = item.address;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = item.title;
  const day = document.createElement("time");
  day.className = "small muted";
  day.dateTime = item.disclosed_on;
  day.textContent = item.disclosed_on;
  line.append(link, " ", day);
  return line;
}

function show(items) {
  place.replaceChildren();
  if (!items.length) return;
  const said = document.createElement("p");
  said.textContent = "找到这些已经公开的信息：";
  const list = document.createElement("ul");
  list.className = "offers-list";
  list.append(...items.map(entry));
  place.append(said, list);
}

async function ask() {
  const { text, number } = typed();
  const question = `${text}\n${number}`;
  if (question === asked || text.length + number.length < 3) return;
  asked = question;
  const body = new URLSearchParams({ text, number });
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  try {
    const answer = await fetch(form.dataset.offers, { method: "POST", body, headers });
    if (answer.ok && question === asked) show((await answer.json()).items);
  } catch {
    // The button still asks.
  }
}

function askSoon() {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
}

form.addEventListener("input", askSoon);
// What was typed before this file came, or on an earlier visit.
if (!place.hasChildNodes()) askSoon();

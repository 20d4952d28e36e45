// Closes the menu, and searches the index that stands in search-index.js.
"use strict";

const BEFORE = 60;
const AFTER = 180;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const folded = (words) => (words.match(WORD) || []).map(fold);
const single = (word) => (word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word); // “falls” finds “fall” too

function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words) made.textContent = words; // never markup: the words are the agreement's
  return made;
}

// How well a word that is looked for is met: a title counts for more than the words below it, a whole word for more than its beginning.
function weight(wanted, entry) {
  const begins = (word) => word.startsWith(single(wanted));
  const inTitle = entry.title.filter(begins);
  const inWords = entry.words.filter(begins).length;
  if (!inTitle.length && !inWords) return 0;
  return (inTitle.includes(wanted) ? 30 : inTitle.length ? 20 : 0) + Math.min(inWords, 5) + entry.words.includes(wanted);
}

function search(entries, wanted) {
  const found = [];
  for (const entry of entries) {
    const weights = wanted.map((one) => weight(one, entry));
    if (weights.every(Boolean)) found.push({ entry, weight: weights.reduce((sum, one) => sum + one, 0) });
  }
  return found.sort((one, other) => other.weight - one.weight).map(({ entry }) => entry);
}

// The words around the first that is met, each met word marked.
function snippet(text, wanted) {
  const made = element("p", "small");
  const met = [...text.matchAll(WORD)].filter(([word]) => wanted.some((one) => fold(word).startsWith(single(one))));
  const first = met.length ? met[0].index : 0;
  const start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
  const end = text.length > first + AFTER ? text.lastIndexOf(" ", first + AFTER) : text.length;
  let at = start;
  if (start) made.append("… ");
  for (const one of met) {
    if (one.index + one[0].length > end) break;
    made.append(text.slice(at, one.index), element("mark", "", one[0]));
    at = one.index + one[0].length;
  }
  made.append(text.slice(at, Math.max(at, end)), end < text.length ? " …" : "");
  return made;
}

function shown(entry, wanted) {
  const item = element("li");
  const way = element("a", "", entry.said);
  way.href = entry.anchor ? `${entry.file}#${entry.anchor}` : entry.file;
  item.append(way);
  if (entry.within !== entry.said) item.append(element("span", "small where", entry.within));
  if (entry.text) item.append(snippet(entry.text, wanted));
  return item;
}

function beginSearch(box, entries) {
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const found = document.getElementById("found");
  const index = entries.map(([file, anchor, said, within, text]) => ({ file, anchor, said, within, text, title: folded(said), words: folded(text) }));

  function look() {
    const wanted = folded(query.value);
    history.replaceState(null, "", wanted.length ? `#${encodeURIComponent(query.value)}` : location.pathname);
    found.replaceChildren();
    count.textContent = "";
    if (!wanted.length) return;
    const results = search(index, wanted);
    const { none, one, many } = box.dataset;
    count.textContent = results.length > 1 ? many.replace("{count}", results.length) : results.length ? one : none;
    const list = element("ol");
    list.append(...results.map((entry) => shown(entry, wanted)));
    if (results.length) found.append(list);
  }

  box.hidden = false;
  document.getElementById("unsearched").hidden = true;
  query.addEventListener("input", look);
  query.addEventListener("keydown", (event) => {
    const first = found.querySelector("a");
    if (first && (event.key === "Enter" || event.key === "ArrowDown")) {
      event.preventDefault();
      first.focus();
    }
  });
  try {
    query.value = decodeURIComponent(location.hash.slice(1)); // whoever comes back finds what they looked for
  } catch {
    query.value = "";
  }
  look();
  query.focus();
}

function beginMenu() {
  const menus = document.querySelectorAll("nav.site details");
  const close = () => menus.forEach((menu) => menu.removeAttribute("open"));
  document.addEventListener("click", (event) => menus.forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open")));
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("nav.site details[open]");
    if (event.key !== "Escape" || !open) return;
    if (open.contains(document.activeElement)) open.querySelector("summary").focus();
    close();
  });
}

beginMenu();
const box = document.getElementById("search");
if (box && window.soaIndex) beginSearch(box, window.soaIndex);

// Shows the points beside the parts they belong to, and loads the page again when a file has been saved.
"use strict";

const SEVERITIES = ["error", "warning", "advice"];

function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words) made.textContent = words; // never markup: the words are those of the agreement's files
  return made;
}

function named(severity, number) {
  if (severity === "advice") return number > 1 ? "pieces of advice" : "piece of advice";
  return number > 1 ? `${severity}s` : severity;
}

function counted(points) {
  const said = SEVERITIES.map((severity) => [severity, points.filter((one) => one.severity === severity).length])
    .filter(([, number]) => number)
    .map(([severity, number]) => `${number} ${named(severity, number)}`);
  return said.join(", ");
}

function shown(point) {
  const item = element("li", `soa-point soa-${point.severity}`);
  const more = element("details");
  const summary = element("summary", "", `${point.severity}: ${point.message}`);
  more.append(summary);
  if (point.help) more.append(element("p", "", point.help));
  const where = element("p", "soa-where");
  where.append(element("code", "", `${point.file}:${point.line}:${point.column}`), ` ${point.rule}`);
  more.append(where, ...point.related.map((one) => element("p", "soa-related", `see ${one}`)));
  item.append(more);
  return item;
}

function panel(points, title) {
  const aside = element("aside", "soa-points");
  aside.setAttribute("aria-label", title);
  aside.append(element("p", "soa-count", counted(points)));
  const list = element("ul");
  list.append(...points.map(shown));
  aside.append(list);
  return aside;
}

function place(points, unlisted) {
  const groups = new Map();
  for (const point of points) {
    const target = point.anchor && document.getElementById(point.anchor) ? point.anchor : "";
    if (!groups.has(target)) groups.set(target, []);
    groups.get(target).push(point);
  }
  for (const [anchor, group] of groups) {
    if (!anchor) continue;
    const section = document.getElementById(anchor);
    const heading = section.querySelector("h1, h2, h3, h4, h5, h6");
    const aside = panel(group, `Points: ${heading ? heading.textContent : anchor}`);
    if (heading) heading.after(aside);
    else section.prepend(aside);
  }
  const bar = element("div", "soa-bar");
  bar.setAttribute("role", "status");
  bar.append(element("p", "", points.length ? `Preview: ${counted(points)}` : "Preview: no points"));
  if (unlisted) bar.append(element("p", "", `and ${unlisted} more; soa lint counts them`));
  document.body.prepend(bar);
  if (groups.has("")) bar.after(panel(groups.get(""), "Points about the agreement as a whole"));
}

async function follow(number) {
  for (;;) {
    try {
      const answer = await (await fetch(`changes.json?after=${number}`)).json();
      if (answer.number !== number) {
        sessionStorage.setItem("soa-scroll", String(scrollY));
        location.reload();
        return;
      }
    } catch {
      document.body.classList.add("soa-gone"); // soa preview has ended: the page stays as it is
      return;
    }
  }
}

async function begin() {
  const { number, points, unlisted } = await (await fetch("points.json")).json();
  place(points, unlisted);
  const scrolled = sessionStorage.getItem("soa-scroll");
  if (scrolled !== null) scrollTo(0, Number(scrolled));
  sessionStorage.removeItem("soa-scroll");
  document.documentElement.dataset.soaPoints = String(points.length);
  follow(number);
}

begin();

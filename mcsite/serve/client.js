// Runs in pages that `mcsite serve` shows, never in those that are published: reloads them when they were built anew,
// lays what is wrong over them, and says which file a page is made of.
(() => {
  "use strict";
  const own = document.currentScript;
  const source = JSON.parse(own.dataset.source);
  const place = `mcsite:${location.pathname}`;
  let seen = null;

  const panel = document.createElement("div");
  const shadow = panel.attachShadow({ mode: "closed" });
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = "/__mcsite/problems.css";
  const body = document.createElement("div");
  shadow.append(styles, body);
  document.documentElement.append(panel);

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const hint = () => element("p", `This page: ${source}`, { class: "hint" });

  const report = ({ problems, broken }) => {
    const box = element("details", "", { class: broken ? "broken" : "sound", role: "region", "aria-label": "What mcsite found" });
    box.open = broken;
    const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
    box.append(element("summary", broken ? `${count}. Below is the last good page.` : count));
    for (const problem of problems) box.append(element("pre", problem, { tabindex: "0" }));
    return box;
  };

  const show = (state) => {
    body.replaceChildren(...(state.problems.length ? [report(state)] : []), ...(source ? [hint()] : []));
  };

  const swapStyles = (number) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = link.cloneNode();
      const address = new URL(link.href);
      address.searchParams.set("v", `serve-${number}`);
      fresh.href = address.href;
      fresh.addEventListener("load", () => link.remove(), { once: true });
      link.after(fresh);
    }
  };

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo(...JSON.parse(kept)), { once: true });
  }

  new EventSource("/__mcsite/changes").addEventListener("message", ({ data }) => {
    const state = JSON.parse(data);
    show(state);
    if (seen !== null && state.number !== seen && !state.broken) {
      if (state.styles) swapStyles(state.number);
      else reload();
    }
    seen = state.number;
  });
})();

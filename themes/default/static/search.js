/* The engine is fetched when somebody means to search; without it, titles are searched. */
const form = document.querySelector("[data-search]");
const [field, status] = [form.elements.q, form.querySelector("[role=status]")];
const [found, all] = [document.querySelector("[data-found]"), document.querySelector("[data-all]")];
const most = 24;
let engine, asked = 0, waiting;

const load = () => engine ??= import(form.dataset.search + "pagefind.js").then(async (pagefind) => {
  await pagefind.options({ baseUrl: form.dataset.base, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}).catch(() => null);

const make = (name, text, parent) => {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
};

/* Of what the engine says, only text and what it marked. */
const marked = (html, parent) => {
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes)
    node.nodeName === "MARK" ? make("mark", node.textContent, parent) : parent.append(node.textContent);
};

const entry = ({ url, title, kind, excerpt }) => {
  const item = document.createElement("li");
  const link = make("a", "", make("h2", "", item));
  link.href = url;
  make("bdi", title, link);
  if (kind) make("p", kind, item).className = "detail";
  if (excerpt) marked(excerpt, make("p", "", item));
  return item;
};

const byIndex = async (pagefind, words) => {
  const { results } = await pagefind.search(words);
  const first = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return [results.length, first.map(({ url, meta, excerpt }) => ({ url, title: meta.over ?? meta.title, kind: found.dataset[meta.over ? "over" : meta.kind], excerpt }))];
};

const byTitle = (words) => {
  const wanted = words.toLocaleLowerCase().split(/\s+/);
  const links = [...all.querySelectorAll("li a")].filter((link) => wanted.every((word) => link.textContent.toLocaleLowerCase().includes(word)));
  return [links.length, links.slice(0, most).map((link) => ({ url: link.href, title: link.textContent, kind: link.nextElementSibling.textContent }))];
};

const search = async () => {
  const words = field.value.trim(), mine = ++asked, { count, shown, none } = status.dataset;
  history.replaceState(null, "", words ? "?q=" + encodeURIComponent(words) : location.pathname);
  const pagefind = words && await load();
  const [number, first] = !words ? [0, []] : pagefind ? await byIndex(pagefind, words) : byTitle(words);
  if (mine !== asked) return;
  found.replaceChildren(...first.map(entry));
  found.hidden = !number;
  all.hidden = Boolean(words);
  status.textContent = !words ? "" : number ? count + number + (number > most ? shown : "") : none;
};

form.hidden = false;
field.onfocus = load;
field.oninput = () => { clearTimeout(waiting); waiting = setTimeout(search, 300); };
form.onsubmit = (event) => { event.preventDefault(); clearTimeout(waiting); search(); };
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();

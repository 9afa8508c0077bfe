/* Every page is complete without this. */
const all = (what, within = document) => [...within.querySelectorAll(what)];
const over = (element) => Date.parse(element.dataset.ends) <= Date.now();
const hide = (elements, hidden = true) => elements.forEach((element) => { element.hidden = hidden; });

/* Of a list, what is over, then days and months left without any. */
const retire = (list) => {
  const ended = all("[data-ends]", list).filter(over);
  if (!ended.length) return;
  hide(ended);
  hide(all(".day:not(:has(.session:not([hidden])))", list));
  hide(all(".month:not(:has(.day:not([hidden])))", list));
  hide(all("[data-retired]", list), false);
};

/* The first that is not over is the next one; there may be none. */
const choose = (section) => {
  const candidates = all("[data-ends]", section);
  const next = candidates.find((candidate) => !over(candidate));
  hide(candidates);
  section.hidden = !next;
  if (next) next.hidden = false;
};

/* A page about one session says when it is over. */
const tell = (element) => {
  if (!over(element)) return;
  hide(all("[data-if-over]", element), false);
  hide(all("[data-unless-over]", element));
  if (element.matches(".then")) element.hidden = true;
};

const look = () => {
  all("[data-retire]").forEach(retire);
  all("[data-next]").forEach(choose);
  all("[data-ends]").forEach(tell);
};
look();
setInterval(look, 60000);
addEventListener("visibilitychange", look);

/* A filter shows here what its page lists. */
const [filters] = all("[data-filters]");
filters?.addEventListener("click", async (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    all("[data-listed]")[0].replaceWith(all("[data-listed]", page)[0]);
    history.pushState(0, "", link.href);
    document.title = page.title;
    all("[aria-current]", filters).forEach((other) => { other.ariaCurrent = null; });
    link.ariaCurrent = "page";
    all("[role=status]", filters)[0].textContent = link.closest("li")?.textContent ?? "";
    all("details", filters).forEach((part) => { part.open = false; });
    look();
  } catch { location = link.href; }
});
addEventListener("popstate", () => filters && location.reload());

/* Who sent somebody here (?ref=CODE) goes along with the form. */
const referral = new URLSearchParams(location.search).get("ref") || "";
if (/^[A-Za-z0-9][\w.-]{0,39}$/.test(referral)) all("[data-referral]").forEach((field) => { field.value = referral; });

if (navigator.clipboard) all("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.ariaLive = "polite";
  button.onclick = async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    } catch { /* Not allowed here: to be copied by hand. */
      field.select();
    }
  };
});

/* Sessions end between two builds. Every page is complete without this. */
(() => {
  "use strict";

  const over = (element) => Date.parse(element.dataset.ends) <= Date.now();
  const empty = (element, items) => !element.querySelector(items + ":not([hidden])");

  /* A list of coming sessions loses what is over, then days and months that are left without any. */
  const retire = (list) => {
    const ended = [...list.querySelectorAll("[data-ends]")].filter(over);
    if (!ended.length) return;
    ended.forEach((session) => { session.hidden = true; });
    list.querySelectorAll(".day").forEach((day) => { day.hidden = empty(day, ".session"); });
    list.querySelectorAll(".month").forEach((month) => { month.hidden = empty(month, ".day"); });
    list.querySelectorAll("[data-retired]").forEach((note) => { note.hidden = false; });
  };

  /* The first candidate that is not over is the next one; there may be none. */
  const choose = (section) => {
    const candidates = [...section.querySelectorAll("[data-ends]")];
    const next = candidates.find((candidate) => !over(candidate));
    candidates.forEach((candidate) => { candidate.hidden = candidate !== next; });
    section.hidden = !next;
  };

  /* A page about one session says so when that session is over, and no longer invites to it. */
  const tell = (element) => {
    if (!over(element)) return;
    element.querySelectorAll("[data-if-over]").forEach((note) => { note.hidden = false; });
    element.querySelectorAll("[data-unless-over]").forEach((part) => { part.hidden = true; });
    if (element.matches(".then")) element.hidden = true;
  };

  const look = () => {
    document.querySelectorAll("[data-retire]").forEach(retire);
    document.querySelectorAll("[data-next]").forEach(choose);
    document.querySelectorAll("[data-ends]").forEach(tell);
  };
  look();
  setInterval(look, 60000);
  document.addEventListener("visibilitychange", look);

  /* Who sent somebody here (…?ref=CODE) goes along with the form; nothing is kept. */
  const referral = new URLSearchParams(location.search).get("ref") || "";
  if (/^[A-Za-z0-9][\w.-]{0,39}$/.test(referral)) {
    document.querySelectorAll("[data-referral]").forEach((field) => { field.value = referral; });
  }

  document.querySelectorAll("[data-copy]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.ariaLive = "polite";
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = button.dataset.done;
      } catch { /* Not allowed here: the words are selected, to be copied by hand. */
        field.focus();
        field.select();
      }
    });
  });
})();

// Search and filter, and buttons that copy commands. The page is whole without it. It holds no less-than sign and no ampersand, so that the
// page stays well-formed XML.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const all = (where) => Array.from(document.querySelectorAll(where));
  const form = by("search"), box = by("q"), hits = by("hits"), tier = by("tier"), fresh = by("fresh");
  const items = all("li.f, tr.f, .strips li");
  const parents = all(".results .g, .results .s, #timelines .group");
  let texts = null;

  // What a group says once holds for each of its findings.
  const textOf = (item) => {
    const head = item.closest(".g");
    return ((head ? head.querySelector("header").textContent + " " : "") + item.textContent).toLowerCase();
  };

  const filter = () => {
    texts = texts || items.map(textOf);
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = all("#search [data-kind]:checked").map((one) => one.dataset.kind);
    const isNarrowed = words.length + kinds.length > 0 || tier.value !== "" || fresh.checked;
    let shown = 0;
    items.forEach((item, at) => {
      const kind = item.closest("[data-kind]");
      const isLeftOut = [
        words.some((word) => !texts[at].includes(word)),
        kinds.length > 0 ? !(kind ? kinds.includes(kind.dataset.kind) : false) : false,
        tier.value !== "" ? !(" " + item.className).includes(" " + tier.value + "-") : false,
        fresh.checked ? !item.querySelector(".drift-new") : false,
      ].some(Boolean);
      item.classList.toggle("off", isLeftOut);
      shown += isLeftOut ? 0 : 1;
    });
    parents.forEach((one) => one.classList.toggle("off", isNarrowed ? !one.querySelector("li.f:not(.off), tr.f:not(.off), .strips li:not(.off)") : false));
    all(".results details, #timelines details").forEach((one) => {
      if (isNarrowed ? !one.open : false) { one.open = true; one.dataset.opened = ""; }
      if (isNarrowed ? false : "opened" in one.dataset) { one.open = false; delete one.dataset.opened; }
    });
    hits.textContent = isNarrowed ? shown + " of " + items.length + " findings and guests" : "";
  };

  const clear = () => { form.reset(); filter(); };
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  by("clear").addEventListener("click", clear);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea");
    if (event.key === "/" ? !isTyping : false) { event.preventDefault(); box.focus(); }
    if (event.key === "Escape" ? form.contains(event.target) : false) { clear(); }
  });

  all(".matrix tbody tr").forEach((row) => {
    const link = row.querySelector("a[href]");
    if (!link) { return; }
    const option = document.createElement("option");
    option.value = link.getAttribute("href").slice(1).split("-")[0];
    option.textContent = row.querySelector("bdi").textContent;
    tier.append(option);
  });

  all("main pre").forEach((block) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(block);
      try { await navigator.clipboard.writeText(block.textContent); } catch { document.execCommand("copy"); }
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    block.before(button);
  });

  form.hidden = false;
})();

// Makes deciding on figures quicker, never possible: keys press what stands on the page.
"use strict";
(() => {
  for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
  const writing = (element) => element.closest("input, select, textarea, [contenteditable]");
  const change = () => {
    const summary = document.querySelector("[data-change]");
    if (!summary) return;
    summary.parentElement.open = true;
    summary.parentElement.querySelector("input, select")?.select?.();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      change();
    } else document.querySelector(`[data-press="${CSS.escape(key)}"]`)?.click();
  });
  const box = document.querySelector(".reading-table"), row = box?.querySelector(".current");
  if (row && row.offsetTop + row.offsetHeight > box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  if (location.search.includes("so=")) {
    document.querySelector(".found[aria-current]")?.scrollIntoView({ block: "nearest" });
    document.getElementById("chon")?.scrollIntoView({ block: "nearest" });
  }
})();

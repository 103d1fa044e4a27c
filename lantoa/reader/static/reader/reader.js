// Makes deciding on figures quicker, never possible: keys press the buttons that stand on the page.
"use strict";
(() => {
  const hint = document.querySelector("[data-keys]");
  if (hint) hint.hidden = false;
  const writing = (element) => element.closest("input, select, textarea, [contenteditable]");
  const step = (by) => {
    const rows = [...document.querySelectorAll("a[data-row]")];
    const here = rows.findIndex((row) => row.closest("tr.current"));
    rows[here + by]?.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else document.querySelector(`[data-press="${CSS.escape(key)}"]`)?.click();
  });
  document.querySelector(".found[aria-current]")?.scrollIntoView({ block: "nearest" });
})();

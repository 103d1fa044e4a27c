// A- A A+ : sets the size the reader chose before the page is drawn, and keeps it on the device.
"use strict";
(() => {
  const page = document.documentElement;
  const kept = () => Number(localStorage.getItem("size") ?? 1);
  const show = (size) => { page.dataset.size = String(size); };
  const choose = (step) => {
    const size = step === 0 ? 1 : Math.min(5, Math.max(0, Number(page.dataset.size) + step));
    show(size);
    try { localStorage.setItem("size", String(size)); } catch { /* private windows keep nothing */ }
  };

  try { show(kept()); } catch { show(1); }
  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("[data-sizes]")) {
      box.hidden = false;
      box.addEventListener("click", (event) => {
        const button = event.target.closest("[data-step]");
        if (button) choose(Number(button.dataset.step));
      });
    }
  });
})();

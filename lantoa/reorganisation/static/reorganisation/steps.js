// Shows only the boxes that the chosen sort of step is meant for; what was typed stays in sight.
"use strict";
(() => {
  const sort = document.querySelector("select[name$=sort]");
  const boxes = [...document.querySelectorAll("[data-used]")];
  if (!sort || !boxes.length) return;
  const has = (words, word) => words.split(" ").includes(word);
  const show = () => {
    for (const box of boxes) {
      const isFilled = Boolean(box.querySelector("input, select").value);
      box.hidden = !has(box.dataset.used, sort.value) && !isFilled && !box.matches(".wrong");
      box.querySelector("[data-when]").hidden = true;
      box.querySelector("[data-may]").hidden = has(box.dataset.needed, sort.value);
    }
  };
  sort.addEventListener("change", show);
  show();
})();

// Makes entry pages quicker, never possible: sums while typing, today and yesterday at hand, boxes that follow the sort chosen.
"use strict";
(() => {
  const said = (after) => {
    const line = document.createElement("output");
    line.className = "said";
    after.after(line);
    return line;
  };

  const sumOf = (group) => {
    const boxes = [...group.querySelectorAll("input[data-money], input[inputmode=numeric]")];
    const line = said(group.querySelector(".pair"));
    const say = () => {
      const numbers = boxes.filter((box) => box.value.trim()).map((box) => typed.numberOf(box.value));
      const known = numbers.length > 1 && !numbers.includes(null);
      const sum = numbers.reduce((one, other) => one + other, 0);
      line.hidden = !known;
      line.textContent = known ? `${group.dataset.sumLabel}: ${typed.dots(sum)} ${group.dataset.sum}` : "";
    };
    group.addEventListener("input", say);
    say();
  };

  const written = (when) => `${when.getUTCDate()}/${when.getUTCMonth() + 1}/${when.getUTCFullYear()}`;
  const offerDays = (box) => {
    const row = document.createElement("div");
    row.className = "row";
    const local = new Date(Date.now() + 7 * 3600e3);
    [["Hôm nay", 0], ["Hôm qua", 1]].forEach(([label, back]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: label });
      button.addEventListener("click", () => {
        box.value = written(new Date(local.getTime() - back * 864e5));
        box.dispatchEvent(new Event("input", { bubbles: true }));
      });
      row.append(button);
    });
    box.nextElementSibling.after(row);
  };

  // Shows a part of the page only while another answer calls for it; what is hidden is not sent.
  const follow = (part) => {
    const choices = document.querySelectorAll(`input[name="${part.dataset.onlyWith}"]`);
    const show = () => {
      const chosen = [...choices].find((choice) => choice.checked);
      part.hidden = !part.dataset.onlyWhen.split(" ").includes(chosen?.value);
      part.querySelectorAll("input").forEach((box) => { box.disabled = part.hidden; });
    };
    choices.forEach((choice) => choice.addEventListener("change", show));
    show();
  };

  const nameQuantity = (part) => {
    const choices = document.querySelectorAll(`input[name="${part.dataset.wordOf}"]`);
    const word = part.querySelector(".box .quiet");
    const show = () => {
      const chosen = [...choices].find((choice) => choice.checked);
      if (chosen && word) word.textContent = chosen.dataset.word;
    };
    choices.forEach((choice) => choice.addEventListener("change", show));
    show();
  };

  document.querySelectorAll("[data-sum]").forEach(sumOf);
  document.querySelectorAll("input[name=last_day][data-day]").forEach(offerDays);
  document.querySelectorAll("[data-only-with]").forEach(follow);
  document.querySelectorAll("[data-word-of]").forEach(nameQuantity);
})();

// Makes entry pages quicker, never possible: sums while typing, days in words, boxes that follow the sort chosen.
"use strict";
(() => {
  const SIZES = { "tỷ": 1e9, "tỉ": 1e9, "triệu": 1e6, "tr": 1e6, "nghìn": 1e3, "ngàn": 1e3, "": 1 };
  const dots = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  const said = (after) => {
    const line = document.createElement("output");
    line.className = "said";
    after.after(line);
    return line;
  };

  // What a box says, as a whole number: "1 tỷ 795 triệu", "1,8 tỷ", "26.000.000"; null where it cannot be read.
  const numberOf = (text) => {
    const plain = text.toLowerCase().normalize("NFC").replace(/đồng|vnđ|₫|đ\s*$/g, "").trim();
    if (/^\d{1,3}([. ]\d{3})*$|^\d+$/.test(plain)) return Number(plain.replace(/[. ]/g, ""));
    const parts = [...plain.matchAll(/([\d.]+(?:,\d+)?)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn)/g)];
    if (!parts.length || parts.map((part) => part[0]).join(" ") !== plain.replace(/\s+/g, " ")) return null;
    const worth = ([, digits, word]) => Number(digits.replace(/\./g, "").replace(",", ".")) * SIZES[word];
    return Math.round(parts.reduce((sum, part) => sum + worth(part), 0));
  };

  const sumOf = (group) => {
    const boxes = [...group.querySelectorAll("input[data-money], input[inputmode=numeric]")];
    const line = said(group.querySelector(".pair"));
    const say = () => {
      const numbers = boxes.filter((box) => box.value.trim()).map((box) => numberOf(box.value));
      const known = numbers.length > 1 && !numbers.includes(null);
      const sum = numbers.reduce((one, other) => one + other, 0);
      line.hidden = !known;
      line.textContent = known ? `${group.dataset.sumLabel}: ${dots(sum)} ${group.dataset.sum}` : "";
    };
    group.addEventListener("input", say);
    say();
  };

  // Amounts with words behind them; plain digits are said by lantoa.js.
  const sayWorded = (box) => {
    const line = said(box.closest(".box") ?? box);
    const say = () => {
      const number = /[a-zỷỉ]/i.test(box.value) ? numberOf(box.value) : null;
      line.textContent = number === null ? "" : `${dots(number)} đồng`;
      line.hidden = number === null;
    };
    box.addEventListener("input", say);
    say();
  };

  const weekday = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: "UTC" });
  const dayOf = (text) => {
    const found = text.trim().match(/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/) ?? text.match(/^(\d\d)(\d\d)(\d{4})$/);
    if (!found) return null;
    const [day, month, year] = found.slice(1).map(Number);
    const when = new Date(Date.UTC(year < 100 ? year + 2000 : year, month - 1, day));
    return when.getUTCMonth() === month - 1 && when.getUTCDate() === day ? when : null;
  };
  const written = (when) => `${when.getUTCDate()}/${when.getUTCMonth() + 1}/${when.getUTCFullYear()}`;
  const sayDay = (box) => {
    const line = said(box);
    const say = () => {
      const when = dayOf(box.value);
      line.textContent = when ? `${weekday.format(when)}, ngày ${when.getUTCDate()} tháng ${when.getUTCMonth() + 1} năm ${when.getUTCFullYear()}` : "";
    };
    box.addEventListener("input", say);
    say();
    if (box.name === "last_day") offerDays(box, line);
  };
  const offerDays = (box, line) => {
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
    line.after(row);
  };

  // Shows a part of the page only while another answer calls for it; what is hidden is not sent.
  const follow = (part) => {
    const choices = document.querySelectorAll(`input[name="${part.dataset.onlyWith}"]`);
    const show = () => {
      const chosen = [...choices].find((choice) => choice.checked);
      part.hidden = chosen?.value !== part.dataset.onlyWhen;
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
  document.querySelectorAll("input[data-money]").forEach(sayWorded);
  document.querySelectorAll("input[data-day]").forEach(sayDay);
  document.querySelectorAll("[data-only-with]").forEach(follow);
  document.querySelectorAll("[data-word-of]").forEach(nameQuantity);
})();

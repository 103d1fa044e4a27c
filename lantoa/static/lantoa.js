// Makes pages quicker, never possible: amounts and days said in words beside their box, forms sent once, print buttons.
"use strict";
(() => {
  const said = (box) => {
    const line = document.createElement("output");
    line.className = "said";
    (box.closest(".box") ?? box).after(line);
    return line;
  };

  const inWords = (number) => {
    for (const [size, word] of [[1e9, "tỷ"], [1e6, "triệu"], [1e3, "nghìn"]]) {
      if (number < size) continue;
      const rest = String(number % size).padStart(Math.log10(size), "0").replace(/0+$/, "");
      return `${typed.dots(Math.floor(number / size))}${rest ? "," + rest : ""} ${word} đồng`;
    }
    return `${number} đồng`;
  };

  // Digits are said with tỷ and triệu, an amount in words is said in digits.
  const sayAmount = (box) => {
    const line = said(box);
    const say = () => {
      const number = typed.numberOf(box.value);
      line.hidden = number === null || number < 1000;
      if (!line.hidden) line.textContent = typed.isWorded(box.value) ? `${typed.dots(number)} đồng` : inWords(number);
    };
    box.addEventListener("input", say);
    box.addEventListener("change", () => {
      const number = typed.isWorded(box.value) ? null : typed.numberOf(box.value);
      if (number !== null) box.value = typed.dots(number);
    });
    say();
  };

  // At the foot of a phone groups of links are closed at first, and one closes as another opens.
  const foldNavigation = () => {
    const groups = [...document.querySelectorAll(".nav details")];
    for (const group of groups) {
      group.open = false;
      group.classList.remove("shown");
      group.addEventListener("toggle", () => {
        if (group.open) groups.forEach((other) => (other.open = other === group));
      });
    }
  };

  const weekday = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: "UTC" });
  const sayDay = (box) => {
    const line = said(box);
    const say = () => {
      const when = typed.dayOf(box.value);
      line.textContent = when ? `${weekday.format(when)}, ngày ${when.getUTCDate()} tháng ${when.getUTCMonth() + 1} năm ${when.getUTCFullYear()}` : "";
    };
    box.addEventListener("input", say);
    say();
  };

  const sendOnce = (form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      event.submitter?.classList.add("sending");
    });
    window.addEventListener("pageshow", () => {
      delete form.dataset.sent;
      form.querySelector(".sending")?.classList.remove("sending");
    });
  };

  document.querySelectorAll("input[data-money]").forEach(sayAmount);
  document.querySelectorAll("input[data-day]").forEach(sayDay);
  document.querySelectorAll(".columns").forEach((chart) => {
    const known = [...chart.querySelectorAll(".bar")].pop();
    if (!known || chart.scrollWidth <= 1.5 * chart.clientWidth) return;
    chart.scrollLeft = known.getBoundingClientRect().right - chart.getBoundingClientRect().right + 40;
  });
  if (matchMedia("(max-width: 59.99rem)").matches) foldNavigation();
  document.querySelectorAll("form[data-once]").forEach(sendOnce);
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  if (!document.querySelector(".notice.refused")) {
    document.querySelector(".field.wrong :is(input, select, textarea)")?.focus();
  }
})();

// Makes pages quicker, never possible: amounts and days said in words beside their box, forms sent once, print buttons.
"use strict";
(() => {
  const dots = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ".");
  const amount = (text) => {
    const plain = text.replace(/\s|đồng|đ$/gi, "");
    return /^\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll(".", "") : plain;
  };

  const inWords = (digits) => {
    for (const [zeros, word] of [[9, "tỷ"], [6, "triệu"], [3, "nghìn"]]) {
      if (digits.length > zeros) {
        const whole = digits.slice(0, -zeros);
        const rest = digits.slice(-zeros).replace(/0+$/, "");
        return `${dots(whole)}${rest ? "," + rest : ""} ${word} đồng`;
      }
    }
    return `${digits} đồng`;
  };

  const sayAmount = (box) => {
    const said = document.createElement("output");
    said.className = "said";
    (box.closest(".box") ?? box).after(said);
    const say = () => {
      const digits = amount(box.value).replace(/^0+(?=\d)/, "");
      said.textContent = /^\d{4,}$/.test(digits) ? inWords(digits) : "";
    };
    box.addEventListener("input", say);
    box.addEventListener("change", () => {
      const digits = amount(box.value);
      if (/^\d+$/.test(digits)) box.value = dots(digits);
    });
    say();
  };

  const weekday = new Intl.DateTimeFormat("vi", { weekday: "long", timeZone: "UTC" });
  const sayDay = (box) => {
    const said = document.createElement("output");
    said.className = "said";
    box.after(said);
    const say = () => {
      const [year, month, day] = box.value.split("-").map(Number);
      said.textContent = day ? `${weekday.format(box.valueAsDate)}, ngày ${day} tháng ${month} năm ${year}` : "";
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
  document.querySelectorAll("input[type=date]").forEach(sayDay);
  document.querySelectorAll(".columns").forEach((chart) => {
    const known = [...chart.querySelectorAll(".bar")].pop();
    if (!known || chart.scrollWidth <= 1.5 * chart.clientWidth) return;
    chart.scrollLeft = known.getBoundingClientRect().right - chart.getBoundingClientRect().right + 40;
  });
  document.querySelectorAll(".nav [aria-current]").forEach((here) => {
    const places = here.closest("ul");
    places.scrollLeft = here.offsetLeft - (places.clientWidth - here.offsetWidth) / 2;
  });
  document.querySelectorAll("form[data-once]").forEach(sendOnce);
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  if (!document.querySelector(".notice.refused")) {
    document.querySelector(".field.wrong :is(input, select, textarea)")?.focus();
  }
})();

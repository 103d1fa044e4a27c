// What people type, read as the server reads it: one reader of days and one of numbers and amounts for every script.
"use strict";
const typed = (() => {
  const SIZES = { "tỷ": 1e9, "tỉ": 1e9, "triệu": 1e6, "tr": 1e6, "nghìn": 1e3, "ngàn": 1e3 };
  const [EARLIEST, LATEST] = [1930, 2200];
  const DAY_FIRST = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})$/;
  const RUN_TOGETHER = /^(\d\d)(\d\d)(\d{4})$/;
  const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

  const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  const partsOf = (text) => {
    const found = text.match(DAY_FIRST) ?? text.match(RUN_TOGETHER);
    if (found) return found.slice(1).map(Number);
    const [, year, month, day] = (text.match(YEAR_FIRST) ?? []).map(Number);
    return day ? [day, month, year] : null;
  };

  // The day that a text writes, as a date in UTC; null where it writes none that anybody asks about.
  const dayOf = (text) => {
    const parts = partsOf(plain(text));
    if (!parts) return null;
    const [day, month, typedYear] = parts;
    const year = typedYear < 100 ? typedYear + 2000 : typedYear;
    const when = new Date(Date.UTC(year, month - 1, day));
    const isThere = when.getUTCMonth() === month - 1 && when.getUTCDate() === day;
    return isThere && EARLIEST <= year && year <= LATEST ? when : null;
  };

  // What a box says, as a whole number: "1 tỷ 795 triệu", "1,8 tỷ", "26.000.000"; null where it cannot be read.
  const numberOf = (text) => {
    const low = plain(text).toLowerCase().replace(/ ?(đồng|vnđ|vnd|₫|đ)$/, "");
    if (/^\d{1,3}(\.\d{3})+$|^\d{1,3}( \d{3})+$|^\d+$/.test(low)) return Number(low.replace(/[. ]/g, ""));
    const parts = [...low.matchAll(/([\d.]+(?:,\d+)?) ?(tỷ|tỉ|triệu|tr|nghìn|ngàn)/g)];
    if (!parts.length || parts.map((part) => part[0]).join(" ") !== low) return null;
    const worth = ([, digits, word]) => Number(digits.replace(/\./g, "").replace(",", ".")) * SIZES[word];
    return Math.round(parts.reduce((sum, part) => sum + worth(part), 0));
  };

  const isWorded = (text) => /tỷ|tỉ|tr|nghìn|ngàn/.test(plain(text).toLowerCase());
  const dots = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  return { dayOf, numberOf, isWorded, dots };
})();

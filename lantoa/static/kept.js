// Keeps what is typed in the browser until it is saved: of one account and page, for a week; what cannot be sent stays on the page.
"use strict";
const kept = (() => {
  const [WEEK, MOST] = [7 * 864e5, 50];
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => fail(request.error);
  });
  let held = null;
  const open = () => {
    const opening = indexedDB.open("lantoa", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("typed", { keyPath: ["account", "page"] });
    return asked(opening);
  };
  const pages = async (mode) => (await (held ??= open())).transaction("typed", mode).objectStore("typed");

  const put = async (page) => asked((await pages("readwrite")).put(page));
  const drop = async ({ account, page }) => asked((await pages("readwrite")).delete([account, page]));
  const of = async (account) => {
    const all = await asked((await pages("readonly")).getAll());
    return all.filter((each) => each.account === account).sort((one, other) => other.at - one.at);
  };
  const sweep = async () => {
    const all = (await asked((await pages("readonly")).getAll())).sort((one, other) => other.at - one.at);
    const gone = all.filter((each, place) => place >= MOST || each.at < Date.now() - WEEK);
    await Promise.all(gone.map(drop));
  };
  return { put, drop, of, sweep };
})();

(() => {
  const LONGEST = 500000;
  let isFilling = false;
  const KEY = "khoa";
  const NEVER = ["csrfmiddlewaretoken", "typist"];
  const isTyped = (box) => box.name && !NEVER.includes(box.name) && !["password", "file", "submit", "button"].includes(box.type);
  const formAt = (page) => {
    const address = new URL(page, location.origin);
    address.searchParams.delete(KEY);
    return address.pathname + address.search;
  };

  const typedIn = (form) => [...form.elements].filter((box) => isTyped(box) && !box.disabled).flatMap((box) => {
    if (["checkbox", "radio"].includes(box.type)) return box.checked ? [[box.name, box.value]] : [];
    return [...(box.selectedOptions ?? [box])].map((each) => [box.name, each.value]);
  });

  const fill = (form, typed) => {
    const of = (name) => typed.filter(([each]) => each === name).map(([, value]) => value);
    const left = Object.fromEntries(typed.map(([name]) => [name, of(name)]));
    isFilling = true;
    for (const box of [...form.elements].filter(isTyped)) {
      if (["checkbox", "radio"].includes(box.type)) box.checked = of(box.name).includes(box.value);
      else if (box.options) [...box.options].forEach((each) => { each.selected = of(box.name).includes(each.value); });
      else if (left[box.name]?.length) box.value = left[box.name].shift();
      if (box.type !== "hidden" && (box.checked || (box.value && box.value !== box.defaultValue))) box.closest("details")?.setAttribute("open", "");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
    isFilling = false;
  };

  const said = (form, name) => {
    form.querySelectorAll("[data-said]").forEach((each) => each.remove());
    const notice = form.querySelector(`template[data-${name}]`).content.cloneNode(true).firstElementChild;
    notice.dataset.said = name;
    return notice;
  };
  const when = (at) => new Date(at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "numeric", minute: "2-digit", day: "numeric", month: "numeric" });

  const tell = (form, name, page) => {
    const notice = said(form, name);
    notice.querySelector("[data-when]").textContent = when(page.at);
    notice.querySelector("[data-there]")?.setAttribute("href", page.page);
    notice.querySelector("[data-drop]").addEventListener("click", async () => {
      await kept.drop(page);
      if (name === "given-back") location.replace(formAt(page.page));
      else notice.remove();
    });
    form.prepend(notice);
  };

  // Puts back what was typed here; what the server filled in, or shows again, is newer.
  const giveBack = async (form, seal) => {
    if (form.hasAttribute("data-filled") || seal.hasAttribute("data-is-sent")) return;
    const all = await kept.of(seal.dataset.account);
    const here = all.find((each) => each.page === seal.dataset.page);
    const other = all.find((each) => formAt(each.page) === formAt(seal.dataset.page));
    if (!here && other) { tell(form, "elsewhere", other); return; }
    if (!here || JSON.stringify(here.typed) === JSON.stringify(typedIn(form))) return;
    fill(form, here.typed);
    tell(form, "given-back", here);
  };

  const keep = (form, seal) => {
    const typed = typedIn(form);
    if (JSON.stringify(typed).length > LONGEST) return Promise.resolve();
    const { account, page } = seal.dataset;
    const action = form.getAttribute("action") || page;
    return kept.put({ account, page, action, typed, at: Date.now() });
  };

  const isReached = async () => {
    const patience = new AbortController();
    const waited = setTimeout(() => patience.abort(), 8000);
    try {
      const answer = await fetch("/con-day/", { cache: "no-store", signal: patience.signal });
      return answer.status === 204;
    } catch { return false; } finally { clearTimeout(waited); }
  };

  const sendSafely = (form, seal) => {
    let isSure = false;
    form.addEventListener("submit", async (event) => {
      if (isSure || event.defaultPrevented) return;
      event.preventDefault();
      const button = event.submitter;
      await keep(form, seal).catch(() => {});
      const isThere = await isReached();
      delete form.dataset.sent;
      button?.classList.remove("sending");
      if (!isThere) { tellUnsent(form, button); return; }
      isSure = true;
      form.requestSubmit(button);
      isSure = false;
    });
  };
  const tellUnsent = (form, button) => {
    const notice = said(form, "unsent");
    notice.querySelector("[data-again]").addEventListener("click", () => form.requestSubmit(button));
    const foot = form.querySelector(":scope > .buttons, .buttons");
    if (foot) foot.before(notice); else form.append(notice);
    notice.scrollIntoView({ block: "nearest" });
  };

  const watch = (form, seal) => {
    let waiting = 0;
    const now = () => { clearTimeout(waiting); waiting = 0; keep(form, seal).catch(() => {}); };
    form.addEventListener("input", () => {
      if (isFilling) return;
      clearTimeout(waiting);
      waiting = setTimeout(now, 300);
    });
    window.addEventListener("pagehide", () => { if (waiting) now(); });
  };

  // The server says in a cookie which page it has saved.
  const forgetSaved = async () => {
    const [, told] = document.cookie.match(/(?:^|; )typed_saved="?([^;"]+)/) ?? [];
    if (!told) return;
    document.cookie = "typed_saved=; path=/; max-age=0; samesite=lax";
    const [account, ...page] = decodeURIComponent(told).split(" ");
    await kept.drop({ account, page: page.join(" ") });
  };

  const start = async () => {
    const seals = [...document.querySelectorAll("input[name=typist][data-account]")];
    seals.forEach((seal) => { sendSafely(seal.form, seal); watch(seal.form, seal); });
    try {
      await forgetSaved();
      await kept.sweep();
      await Promise.all(seals.map((seal) => giveBack(seal.form, seal)));
    } catch { /* private windows keep nothing */ }
  };
  document.addEventListener("DOMContentLoaded", start);
})();

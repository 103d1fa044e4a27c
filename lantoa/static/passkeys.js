// Asks the browser for a passkey, and sends what it answers with the form that asks. Signing in with six digits needs no script.
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form) return;
  const button = form.querySelector("[data-passkey-ask]");
  const line = form.querySelector("[data-passkey-says]");
  const say = (words) => { line.textContent = words; line.hidden = !words; };

  if (!window.PublicKeyCredential || !navigator.credentials) {
    say("Trình duyệt này không dùng được khóa đăng nhập.");
    return;
  }

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const letters = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

  const asked = () => {
    const told = JSON.parse(form.dataset.passkey);
    const question = { ...told, challenge: bytes(told.challenge) };
    if (told.user) question.user = { ...told.user, id: bytes(told.user.id) };
    if (told.excludeCredentials) question.excludeCredentials = named(told.excludeCredentials);
    if (told.allowCredentials) question.allowCredentials = named(told.allowCredentials);
    return { publicKey: question };
  };

  const answered = (key) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (key.response[part]) response[part] = letters(key.response[part]);
    }
    return JSON.stringify({ id: key.id, rawId: letters(key.rawId), type: key.type, response, clientExtensionResults: {} });
  };

  const refused = {
    NotAllowedError: "Chưa dùng được khóa: đã hủy hoặc chờ quá lâu. Bấm lại để thử lần nữa.",
    InvalidStateError: "Khóa này đã có trong tài khoản. Hãy dùng khóa khác.",
    SecurityError: "Trình duyệt không cho dùng khóa ở địa chỉ này.",
  };

  button.hidden = false;
  say("");
  button.addEventListener("click", async () => {
    button.disabled = true;
    say("Đang chờ khóa…");
    try {
      form.elements.answer.value = answered(await navigator.credentials[form.dataset.deed](asked()));
      form.submit();
    } catch (fault) {
      say(refused[fault.name] ?? "Chưa dùng được khóa trên máy này. Bấm lại để thử lần nữa.");
      button.disabled = false;
    }
  });
  window.addEventListener("pageshow", () => { button.disabled = false; });
})();

// Has a key made, or has it answer, and sends what it said with the form. Nothing else runs here.
"use strict";
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const ask = async (form) => {
    const options = JSON.parse(form.dataset.options, (name, value) => value === null ? undefined : value);
    options.challenge = bytes(options.challenge);
    if (form.dataset.key === "create") {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = known(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = known(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  };

  const said = (key) => {
    const from = key.response;
    const response = { clientDataJSON: text(from.clientDataJSON) };
    if (from.attestationObject) {
      response.attestationObject = text(from.attestationObject);
      response.transports = from.getTransports ? from.getTransports() : [];
    } else {
      response.authenticatorData = text(from.authenticatorData);
      response.signature = text(from.signature);
      if (from.userHandle) response.userHandle = text(from.userHandle);
    }
    return JSON.stringify({
      id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {},
    });
  };

  for (const form of document.querySelectorAll("form[data-key]")) {
    const button = form.querySelector("button");
    const problem = form.querySelector("[data-failed]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.textContent = "";
      if (!window.PublicKeyCredential) {
        problem.textContent = problem.dataset.unable;
        return;
      }
      button.setAttribute("aria-busy", "true");
      try {
        form.elements.credential.value = said(await ask(form));
        form.submit();
      } catch (failure) {
        button.removeAttribute("aria-busy");
        problem.textContent = problem.dataset.failed;
      }
    });
  }
})();

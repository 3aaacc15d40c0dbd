// The demo portal's own BX24, for pages that it shows in a frame. They include it as they include the official
// script, and it talks to the portal as that one does: "command:parameters:key:sid" up, "key:answer" down.
(() => {
  "use strict";

  // The portal names the frame after itself: domain|protocol|sid.
  const [domain, protocol, sid] = window.name.split("|");
  const portal = `${protocol === "1" ? "https" : "http"}://${domain}`;
  const callbacks = new Map();
  const waiting = [];
  let data = null;

  function send(command, parameters, callback) {
    const key = Math.random().toString(36).slice(2);
    const text = typeof parameters === "string" ? parameters : JSON.stringify(parameters ?? undefined) ?? "";
    if (callback) callbacks.set(key, callback);
    window.parent.postMessage([command, text, key, sid].join(":"), portal);
  }

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== portal || typeof event.data !== "string") return;
    const colon = event.data.indexOf(":");
    const callback = callbacks.get(event.data.slice(0, colon));
    if (callback) callback(JSON.parse(event.data.slice(colon + 1) || "null"));
  });

  window.BX24 = {
    // Calls back once the portal has answered; never outside of it.
    init(callback) {
      if (data) callback();
      else waiting.push(callback);
    },
    // Calls back while the app is being installed.
    install(callback) {
      this.init(() => data.INSTALL && callback());
    },
    // Does nothing once the app is installed.
    installFinish() {
      if (data?.INSTALL) send("setInstallFinish", {});
    },
    isAdmin: () => data.IS_ADMIN,
    getLang: () => data.LANG,
    getAuth: () => ({
      access_token: data.AUTH_ID,
      refresh_token: data.REFRESH_ID,
      expires_in: Number(data.AUTH_EXPIRES),
      domain,
      member_id: data.MEMBER_ID,
    }),
    placement: {
      info: () => ({ placement: data.PLACEMENT, options: data.PLACEMENT_OPTIONS }),
      getInterface: (callback) => send("getInterface", null, callback),
      // Where a command takes no parameters, the callback may stand in their place.
      call(command, parameters, callback) {
        if (typeof parameters === "function") send(command, null, parameters);
        else send(command, parameters, callback);
      },
    },
  };

  if (window.parent === window || !sid) {
    console.error("BX24: this page was not opened by a portal.");
    return;
  }
  send("getInitData", {}, (answer) => {
    data = answer;
    waiting.splice(0).forEach((callback) => callback());
  });
})();

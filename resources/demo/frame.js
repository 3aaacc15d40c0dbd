// The portal's side of a widget's frame: answers what the page in it asks, and draws the interface that it describes.
import { BuiltInInterface } from "./layout.js";

const form = document.getElementById("call");
const frame = document.getElementById("widget");
const address = new URL(form.action);
const drawn = document.getElementById("built-in");
const sent = Object.fromEntries(new FormData(form));
const query = Object.fromEntries(address.searchParams);

const builtIn = drawn && new BuiltInInterface(drawn, (key, answer) => reply(key, answer), openApplication);
if (builtIn) form.addEventListener("submit", () => builtIn.load());

const commands = {
  __proto__: null,
  getInitData: (_, key) => reply(key, initData()),
  getInterface: (_, key) => reply(key, { command: Object.keys(builtIn?.commands ?? {}), event: [] }),
  setInstallFinish: finishInstallation,
};

window.addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
  if (typeof event.data !== "string") return;
  const [command, ...rest] = event.data.split(":");
  const sid = rest.pop();
  const key = rest.pop();
  if (sid !== query.APP_SID) return;
  const run = commands[command] ?? builtIn?.commands[command];
  run?.(parsed(rest.join(":")), key);
});

// A block may be named by its id as it is; everything else arrives as JSON.
function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}

function reply(key, answer) {
  frame.contentWindow.postMessage(`${key}:${JSON.stringify(answer ?? null)}`, address.origin);
}

function initData() {
  return {
    DOMAIN: query.DOMAIN,
    PROTOCOL: query.PROTOCOL,
    LANG: query.LANG,
    PATH: "/rest",
    AUTH_ID: sent.AUTH_ID,
    REFRESH_ID: sent.REFRESH_ID,
    AUTH_EXPIRES: sent.AUTH_EXPIRES,
    MEMBER_ID: sent.member_id,
    IS_ADMIN: form.dataset.admin === "Y",
    PLACEMENT: sent.PLACEMENT,
    PLACEMENT_OPTIONS: JSON.parse(sent.PLACEMENT_OPTIONS),
    INSTALL: "finish" in form.dataset,
    FIRST_RUN: false,
    APP_OPTIONS: {},
    USER_OPTIONS: {},
  };
}

// Only the page of the installation may finish it; anywhere else the call does nothing.
async function finishInstallation() {
  if (!("finish" in form.dataset)) return;
  await fetch(form.dataset.finish, { method: "POST" });
  location.reload();
}

function openApplication(value) {
  const { entityTypeId, entityId } = JSON.parse(sent.PLACEMENT_OPTIONS);
  const given = typeof value === "object" ? value : { value };
  location.assign(`${form.dataset.app}?${new URLSearchParams({ ...given, entityTypeId, entityId })}`);
}

if ("open" in form.dataset) form.requestSubmit();

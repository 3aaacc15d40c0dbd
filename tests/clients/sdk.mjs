// Calls a portal with the official JavaScript SDK. Reads its tokens from standard input and prints what it found, both
// as JSON.
import { text } from "node:stream/consumers";
import { B24OAuth } from "@bitrix24/b24jssdk";

const { params, secret, handler, count } = JSON.parse(await text(process.stdin));
const portal = new B24OAuth(params, secret);
portal.offClientSideWarning();

async function call(method, params = {}) {
  const answer = await portal.actions.v2.call.make({ method, params });
  if (!answer.isSuccess) throw new Error(`${method}: ${answer.getErrorMessages()}`);
  return answer.getData().result;
}

const refreshed = [];
portal.setCallbackRefreshAuth(async ({ authData }) => refreshed.push(authData.access_token !== params.accessToken));

const healthy = await portal.tools.healthCheck.make();
const ping = await portal.tools.ping.make();
await portal.initIsAdmin();

const calls = Array.from({ length: count }, (_, number) => ({
  method: "placement.bind",
  params: { PLACEMENT: "LEFT_MENU", HANDLER: `${handler}?n=${number}`, LANG_ALL: { en: { TITLE: `A & B ${number}` } } },
}));
const bound = await portal.actions.v2.batchByChunk.make({ calls });
const types = await portal.actions.v2.callList.make({
  method: "crm.type.list",
  idKey: "id",
  customKeyForResult: "types",
});

console.log(
  JSON.stringify({
    healthy,
    measured: ping >= 0,
    refreshed,
    admin: portal.auth.isAdmin,
    name: (await call("profile")).NAME,
    installed: (await call("app.info")).INSTALLED,
    scopes: await call("scope"),
    codes: (await call("placement.list")).length,
    bound: bound.getData().filter(Boolean).length,
    rows: (await call("placement.get")).length,
    types: types.getData().length,
    removed: await call("placement.unbind", { PLACEMENT: "LEFT_MENU" }),
  }),
);

/* The reference of the REST interface: its description, drawn by Swagger UI with the caller's login. */

import { byId } from "./status/dom.js";
import { authorization, resume } from "./status/session.js";

if (await resume()) {
  const headers = { Accept: "application/json", ...await authorization() };
  window.SwaggerUIBundle({
    spec: await (await fetch("openapi", { headers })).json(),
    domNode: byId("reference"),
    docExpansion: "list",
    filter: true,
    validatorUrl: null,
    requestInterceptor: async request => {
      Object.assign(request.headers, await authorization());
      return request;
    },
  });
} else {
  byId("login-first").hidden = false;
}

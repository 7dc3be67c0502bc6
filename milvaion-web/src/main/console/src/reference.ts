import { bearer, begin, loginWanted } from './ground/session.ts';

// The reference of the REST interface: its description, drawn by Swagger UI with the caller's login.

interface SwaggerRequest { headers: Record<string, string> }

declare const SwaggerUIBundle: (options: object) => void;

await begin();
if (loginWanted.value) {
  document.getElementById('login-first')!.hidden = false;
} else {
  const description = await fetch('openapi', { headers: { Accept: 'application/json', ...await bearer() } });
  SwaggerUIBundle({
    spec: await description.json(),
    domNode: document.getElementById('reference'),
    docExpansion: 'none', // it stops drawing when more than about 140 operations are open
    filter: true,
    validatorUrl: null,
    requestInterceptor: async (request: SwaggerRequest) => {
      Object.assign(request.headers, await bearer());
      return request;
    },
  });
}

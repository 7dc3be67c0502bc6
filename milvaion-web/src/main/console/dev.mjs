// Serves the console while it is written, in front of a node that runs: MILVAION_NODE=http://localhost:8080 npm run dev
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { extname } from 'node:path';
import * as esbuild from 'esbuild';

const node = new URL(process.env.MILVAION_NODE ?? 'http://localhost:8080');
const port = Number(process.env.PORT ?? 8090);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml' };

const build = await esbuild.context({
  entryPoints: ['src/main.ts', 'src/reference.ts', 'src/theme.ts', 'src/style/console.css'],
  bundle: true, splitting: true, format: 'esm', outdir: '/console', entryNames: '[name]', write: false, sourcemap: 'inline',
});

const toNode = (headers) => ({ ...headers, host: node.host, ...headers.origin && { origin: node.origin } });

const server = http.createServer(async (request, response) => {
  const path = new URL(request.url, 'http://console').pathname;
  if (['/', '/index.html', '/reference.html'].includes(path)) {
    const page = readFileSync(path === '/' ? 'index.html' : path.slice(1), 'utf8').replace(/\{\{(.+?)}}/g, 'console/$1');
    response.setHeader('Content-Type', TYPES['.html']).end(page);
  } else if (path.startsWith('/console/')) {
    const { outputFiles } = await build.rebuild();
    const file = outputFiles.find((one) => one.path === path);
    response.statusCode = file ? 200 : 404;
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain').end(file?.contents);
  } else {
    const onward = http.request({ host: node.hostname, port: node.port, path: request.url, method: request.method, headers: toNode(request.headers) },
      (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)));
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  }
});

server.on('upgrade', (request, socket, head) => {
  const onward = connect(Number(node.port), node.hostname, () => {
    const headers = Object.entries(toNode(request.headers)).map(([name, value]) => `${name}: ${value}`);
    onward.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
});

server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port} in front of ${node.origin}`));

#!/usr/bin/env bash
# Types, lint and unit tests of the console, and that it is checked with the versions that are shipped. After the build.
set -euo pipefail
cd "$(dirname "$0")/../../../../.."

node - <<'NODE'
const { readFileSync } = require('node:fs');
const pom = readFileSync('pom.xml', 'utf8');
const { dependencies } = JSON.parse(readFileSync('milvaion-web/src/main/console/package.json', 'utf8'));
const shipped = (name) => {
  const artefact = name.replace(/^@/, '').replace('/', '__');
  const group = name.startsWith('@') ? `org.mvnpm.at.${name.slice(1, name.indexOf('/'))}` : 'org.mvnpm';
  const short = name.slice(name.indexOf('/') + 1);
  const found = [[group, short], ['org.webjars.npm', artefact]]
    .map(([g, a]) => pom.match(new RegExp(`<groupId>${g}</groupId>\\s*<artifactId>${a}</artifactId>\\s*<version>([^<]+)`)))
    .find((match) => match !== null);
  return found?.[1];
};
for (const [name, version] of Object.entries(dependencies)) {
  if (shipped(name) !== version) {
    throw new Error(`${name} is checked as ${version} and shipped as ${shipped(name)}`);
  }
}
NODE

cd milvaion-web/src/main/console
npm ci --no-audit --no-fund --loglevel=error
npm run -s types >/dev/null
npm run -s check
npm run -s lint
npm test --silent

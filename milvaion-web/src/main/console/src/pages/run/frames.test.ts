import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sections } from './frames.ts';

const TRACE = `java.lang.IllegalStateException: bad luck
\tat com.example.Report.run(Report.java:12)
\tat java.base/java.lang.Thread.run(Thread.java:840)
\tat org.apache.a.B.c(B.java:1)
\tat jakarta.x.Y.z(Y.java:2)
\tat org.apache.a.D.e(D.java:3)
Caused by: java.io.IOException: gone
\t... 3 more`;

test('frames of libraries fold, messages and own frames do not, and nothing is lost', () => {
  const all = sections(TRACE);
  assert.equal(all.flatMap((one) => one.lines).join('\n'), TRACE);
  assert.deepEqual(all.filter((one) => one.folded).map((one) => one.lines.length), [4]);
  assert.match(all[0]!.lines.join('\n'), /bad luck[\s\S]*Report\.java/);
});

test('an error without frames is only read', () => {
  assert.deepEqual(sections('out of luck\n'), [{ folded: false, lines: ['out of luck'] }]);
});

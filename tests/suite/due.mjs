/** Answers cases with the very script of the theme: its path, then JSON on standard input; JSON out. */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

runInThisContext(readFileSync(process.argv[2], 'utf8'));
const cases = JSON.parse(readFileSync(0, 'utf8'));
const answers = cases.map(({ data, day, hour }) => {
  const found = globalThis.dueFrom(data, day, hour);
  return found && [found.due, found.skipped.map((it) => it.split(' ')[0])];
});
process.stdout.write(JSON.stringify(answers));

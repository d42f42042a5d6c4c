/**
 * Answers cases with the very script of the theme: its path, then JSON on standard input; JSON out.
 * A case is a day and an hour to find the due date of, or a clock and an instant to tell the time at.
 */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

runInThisContext(readFileSync(process.argv[2], 'utf8'));
const cases = JSON.parse(readFileSync(0, 'utf8'));
const answers = cases.map(({ data, day, hour, clock, instant }) => {
  if (clock) return globalThis.localTime(clock, instant).slice(0, 16);
  const found = globalThis.dueFrom(data, day, hour);
  return found && [found.due, found.skipped.map((it) => it.split(' ')[0])];
});
process.stdout.write(JSON.stringify(answers));

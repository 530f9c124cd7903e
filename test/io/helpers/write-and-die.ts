/** Runs one transaction and kills its own process before the step of the number given; 0 lets it finish. */
import { readFileSync } from 'node:fs';
import { type Change, writeAll } from '../../../tools/io/transaction.ts';

const [root, changes, fatal] = process.argv.slice(2);
let count = 0;
await writeAll(root!, JSON.parse(readFileSync(changes!, 'utf8')) as Change[], {
  onStep() {
    count += 1;
    if (count === Number(fatal)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(String(count));

/** Takes the workspace's lock, says so, and holds it until its input ends. */
import { once } from 'node:events';
import { withLock } from '../../../tools/io/lock.ts';

await withLock(process.argv[2]!, { name: 'workspace', purpose: 'sync' }, async () => {
  process.stdout.write('held\n');
  process.stdin.resume();
  await once(process.stdin, 'end');
});

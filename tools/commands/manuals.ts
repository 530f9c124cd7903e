/** Reads the manuals of pins, and holds the last one: what is asked of it twice in a row is read once. */
import { releaseMemory } from '../io/memory.ts';
import type { Upstream } from '../io/upstream.ts';
import type { Pin } from '../project/types.ts';
import { type Manual, openPin, readManual } from './manual.ts';

export class Manuals {
  private last: { readonly pin: Pin; readonly manual: Manual } | undefined;

  constructor(private readonly upstream: Upstream) {}

  /** @throws Failure(3) as `readManual` does */
  async read(pin: Pin): Promise<Manual> {
    const { last } = this;
    if (last && last.pin.version === pin.version && last.pin.commit === pin.commit) return last.manual;
    this.forget();
    const manual = readManual(pin.version, await openPin(this.upstream, pin.commit));
    this.last = { pin, manual };
    return manual;
  }

  /** A manual takes some 200 MB: the old one goes before the next is read, or before other work begins. */
  forget(): void {
    if (!this.last) return;
    this.last = undefined;
    releaseMemory();
  }
}

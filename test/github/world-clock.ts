/**
 * The clock of the pretended GitHub. The emulator knows the machine's clock only, so that each moment of the world is
 * tied to the millisecond at which it began, and what the emulator says is translated.
 */
export class Clock {
  private readonly marks: { readonly wall: number; readonly at: string }[] = [];

  /** @param start a moment, as GitHub writes it: `2026-01-05T09:00:00Z` */
  constructor(start: string) {
    this.marks.push({ wall: 0, at: start });
    this.set(start);
  }

  get now(): string {
    return this.marks.at(-1)!.at;
  }

  /** @throws Error for a moment in the past: GitHub's clock does not go back */
  set(moment: string): void {
    if (moment < this.now) throw new Error(`the world's clock is at ${this.now}, and does not go back to ${moment}`);
    const before = Date.now();
    while (Date.now() === before);
    this.marks.push({ wall: Date.now(), at: moment });
  }

  /** Lets time pass, and returns the new moment. */
  pass(minutes = 1): string {
    this.set(`${new Date(Date.parse(this.now) + minutes * 60_000).toISOString().slice(0, 19)}Z`);
    return this.now;
  }

  /** The world's moment of one of the machine's. */
  worldOf(wall: string): string {
    const at = Date.parse(wall);
    return this.marks.findLast((mark) => mark.wall <= at)!.at;
  }

  /** The machine's moment at which a moment of the world began, for `since=`. */
  wallOf(moment: string): string {
    const at = Date.parse(moment);
    const mark = this.marks.find((each) => Date.parse(each.at) >= at);
    return new Date(mark ? mark.wall : Date.now() + 86_400_000).toISOString();
  }
}

/** What goes wrong on the way: faults that strike the next calls that they are meant for. */
import type { ServerResponse } from 'node:http';

export type Fault = {
  readonly method?: string;
  /** Of path and query, without the API's own address. */
  readonly path: RegExp;
  /** How many calls it strikes. */
  readonly times: number;
} & (
  | { readonly answer: 'error' | 'secondary-limit' | 'primary-limit' | 'gone' | 'truncated' | 'dropped' }
  /** Something that happens just before the call is answered. */
  | { readonly meanwhile: () => void | Promise<void> }
);

export class Faults {
  private readonly waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  take(method: string, path: string): Fault | undefined {
    const found = this.waiting.find(
      ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
    );
    if (found) found.left -= 1;
    return found?.fault;
  }
}

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/**
 * Answers a call as a fault says.
 *
 * @param whole the right answer, of which a truncated one is a part
 * @returns whether it has answered
 */
export function answerFault(fault: Fault, response: ServerResponse, whole: () => Promise<string>): Promise<boolean> {
  return 'meanwhile' in fault ? happened(fault.meanwhile) : struck(fault.answer, response, whole);
}

async function happened(meanwhile: () => void | Promise<void>): Promise<boolean> {
  await meanwhile();
  return false;
}

async function struck(
  answer: Extract<Fault, { answer: string }>['answer'],
  response: ServerResponse,
  whole: () => Promise<string>,
): Promise<boolean> {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const say = (status: number, message: string, headers = {}) =>
    void response.writeHead(status, { ...json, ...headers }).end(JSON.stringify({ message }));
  if (answer === 'error') say(502, 'Server Error');
  else if (answer === 'gone') say(404, 'Not Found');
  else if (answer === 'secondary-limit') say(403, SECONDARY, { 'retry-after': '1' });
  else if (answer === 'primary-limit') {
    const reset = String(Math.ceil(Date.now() / 1000) + 1);
    say(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
  } else if (answer === 'dropped') response.destroy();
  else {
    const body = Buffer.from(await whole());
    response.writeHead(200, { ...json, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }
  return true;
}

/**
 * The stateful emulator behind the pretended GitHub: it holds issues, comments, pull requests, reviews and labels, and
 * numbers them. It knows people by names that never change, and its own clock.
 */
import { createServer } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import type { Person } from './world-people.ts';

/** GitHub allows so many calls an hour a token; whoever makes more in a test is another token here. */
const TOKENS_EACH = 20;

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly link: string | undefined;
}

export interface Backend {
  /** Where it says that it is; such addresses are replaced in what it answers. */
  readonly address: string;
  call(method: string, path: string, as: Person, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export const emulatedLogin = ({ id }: Pick<Person, 'id'>): string => `p${id}`;

export async function startEmulator(repository: string, people: readonly Person[]): Promise<Backend> {
  const [owner, name] = repository.split('/') as [string, string];
  const logins = people.map(emulatedLogin);
  const tokens = logins.flatMap((login) =>
    Array.from({ length: TOKENS_EACH }, (_, at) => [`${login}.${at}`, { login }] as const),
  );
  const port = await freePort();
  const address = 'https://github.com';
  const emulator: Emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: address,
    seed: {
      tokens: Object.fromEntries(tokens),
      github: {
        users: logins.map((login) => ({ login })),
        // The emulator lets all of them do everything: what a token may do is decided before it.
        orgs: [{ login: owner, members: logins.map((login) => ({ login, role: 'admin' })) }],
        repos: [{ owner, name }],
      },
    },
  });
  let calls = 0;
  return {
    address,
    async call(method, path, as, body) {
      calls += 1;
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${emulatedLogin(as)}.${calls % TOKENS_EACH}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const link = response.headers.get('link') ?? undefined;
      return {
        status: response.status,
        json: text === '' ? undefined : (JSON.parse(text) as unknown),
        link: link?.replaceAll(`http://127.0.0.1:${port}`, ''),
      };
    },
    close: () => emulator.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The clusters of a test file, by the names that documents give them. */
import { type Cluster, startCluster } from './postgres.ts';

/** They are started when first asked for. */
export class Servers {
  readonly #clusters = new Map<string, Cluster>();

  async get(name: string): Promise<Cluster> {
    const cluster = this.#clusters.get(name) ?? (await startCluster());
    this.#clusters.set(name, cluster);
    return cluster;
  }

  /** Statements name other servers as `host=NAME.example.com`. */
  async address(text: string): Promise<string> {
    for (const [, name] of text.matchAll(/host=([a-z0-9]+)\.example\.com/g)) await this.get(name as string);
    return text.replace(
      /host=([a-z0-9]+)\.example\.com/g,
      (_, name: string) => `host=${this.#clusters.get(name)?.host}`,
    );
  }

  async stop(): Promise<void> {
    // Subscribers first: a publisher waits for its senders.
    for (const cluster of [...this.#clusters.values()].reverse()) await cluster.stop();
  }
}

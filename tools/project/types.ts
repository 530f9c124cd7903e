/** What a workspace's two configuration files say: project.yml, written by people, and upstream.lock.yml, written by sync. */

/** How far a version has come; none means that it is released and supported. */
export type Stage = 'devel' | 'beta' | 'rc' | 'unsupported';

/** `tags`: the newest release tag of the version's major · `branch`: the head of `ref`. */
export type Follow = 'tags' | 'branch';

/** One version of the manual that the workspace translates. */
export interface VersionSpec {
  /** The major version: `18`, or `9.6` before PostgreSQL 10. It is also a folder's name in the built site. */
  readonly name: string;
  /** A branch of upstream; a tag or a full commit stands for itself. */
  readonly ref: string;
  readonly follow: Follow;
  /** Exactly one version of a project is the current one. */
  readonly current: boolean;
  readonly stage: Stage | undefined;
}

/** One way for readers to report a mistake, in the order in which they are offered. */
export type Feedback =
  | { readonly kind: 'github' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'link'; readonly url: string };

/** What a workspace sets a check to: `on` is with the rule's own severity. */
export type CheckSwitch = 'off' | 'on' | 'warning' | 'error';

/** An earlier translation that was imported, so that its people are named. */
export interface Origin {
  /** A short name of lower-case letters, digits and hyphens, as `import --origin` takes it. */
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly commit: string | undefined;
  readonly licence: string | undefined;
  /** How it was made or taken over, in words. */
  readonly method: string | undefined;
  readonly people: readonly string[];
}

/** A site that has the manual in another language, under the same paths. */
export interface AlternateSite {
  /** BCP-47 tag. */
  readonly language: string;
  /** Where its `docs/18/index.html` begins, with a final slash. */
  readonly site: string;
}

export interface Project {
  readonly title: string;
  /** A git URL, or the path of a bundle, a repository or a plain folder, relative to the workspace. */
  readonly upstream: string;
  /** BCP-47 tag in its canonical spelling; also the folder's name below translations/. */
  readonly language: string;
  /** `owner/name` on GitHub; without it pages bear no edit links. */
  readonly repository: string | undefined;
  /** Address of the site with a final slash; its path is the base of all links. */
  readonly site: string | undefined;
  readonly versions: readonly VersionSpec[];
  readonly feedback: readonly Feedback[];
  /** Other addresses of the site, each with a final slash. */
  readonly mirrors: readonly string[];
  /** Sites in other languages, which search engines are told of. */
  readonly alternates: readonly AlternateSite[];
  readonly footer: string;
  readonly origins: readonly Origin[];
  /** By name of the rule. Which rules there are is not known here. */
  readonly checks: Readonly<Record<string, CheckSwitch>>;
}

/** The exact upstream state that builds of one version use. */
export interface Pin {
  /** Name of the version: `18`. */
  readonly version: string;
  /** The tag, branch or commit that was resolved: `REL_18_6`. */
  readonly ref: string;
  /** Full commit id, or `folder-` and a digest of the contents when upstream is a plain folder. */
  readonly commit: string;
  /** `18.6`, `19devel` … */
  readonly release: string;
  /** When the commit was made: ISO 8601, UTC. A plain folder has none. */
  readonly date: string | undefined;
}

export interface Lock {
  /** Newest version first. */
  readonly pins: readonly Pin[];
}

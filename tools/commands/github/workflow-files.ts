/** Names of the workflows in .github/workflows/ that commands start. */

/** Publishes the site. */
export const PUBLISH = 'publish.yml';

/** Looks at pull requests; a pull request that a workflow's own token opens starts none. */
export const CHECK = 'check.yml';

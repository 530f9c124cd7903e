/** Which pages are release notes, by name, where no manual is at hand to ask for their files. */

/** Upstream names them release, release-18, release-18-3 … */
export function isReleaseNotePage(page: string): boolean {
  return /^release(?:-|$)/.test(page);
}

/** Where `bot pulls` leaves the open pull requests for a build: builds ask no network. */
export const PULLS_FILE = '.cache/pull-requests.json';

/** Site path of the page of mirrors and downloads, with extension: the footer of every page leads there. */
export const ELSEWHERE_PAGE = 'elsewhere/index.html';

/** Stands in the layout where a page's finished HTML goes. */
export const slot = '<!--page-->';

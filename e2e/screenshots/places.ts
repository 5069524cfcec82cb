const root = new URL('../../', import.meta.url).pathname;

/** Where the pictures go. */
export const folder = `${root}screenshots`;

/** Where those go that stand in the documents. */
export const documents = `${root}docs/images`;

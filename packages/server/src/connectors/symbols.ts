/** Pictures of senders: our own, so that nobody's trade mark stands in the sources. */
const picture = (inner: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#4b5563" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>`,
  )}`;

export const mailSymbol = picture('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6 8.5-6"/>');
export const textMessageSymbol = picture('<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>');

import type { PageBoot } from '@freehold/contract';

const element = document.getElementById('boot');

/** What the server knew when it wrote this page; see `PageBoot`. */
export const boot: PageBoot = JSON.parse(element?.textContent ?? '{}');

/**
 * The nonce of this response, for style elements that the component library writes.
 *
 * Read from the property: browsers hide the attribute, so that a style sheet cannot read it out.
 */
export const nonce = element?.nonce ?? '';

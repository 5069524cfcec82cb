/**
 * What explains the API to those who call it, printed from the contract and from nothing else.
 *
 * | path | is |
 * |---|---|
 * | `/api/swagger.json` | the whole API as OpenAPI 3.1 |
 * | `/docs`, `/docs/<part>` | the reference pages, in a viewer that reads and does not call |
 * | `/docs/<part>/openapi.json` | what the viewer shows |
 * | `/errors`, `/errors/<code>` | the problem codes; `type` of a refusal leads there |
 *
 * Does not know what an operation does, nor how it is guarded: that is said by the routes (`contract`). The viewer itself
 * and the style of the pages come from the web build (`web/src/reference`, served by `../pages`).
 */
export { mountReference, type ReferenceNeeds } from './mount-reference.ts';

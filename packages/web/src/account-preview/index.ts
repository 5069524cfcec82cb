/**
 * The account pages as the console shows them to administrators: the real components with somebody made up in front of them.
 *
 * Owns `/account/preview`, the sample people, and a server in memory that judges by the contract's own rules. This door is
 * what the console needs of it: who the people are, and how to speak with the frame. Nothing here reads or changes an account.
 */
export { accountOf, meansOf, type PersonaId, personas } from './personas.ts';
export { isReady, type PreviewScene, type Scheme, sceneMessage } from './preview-message.ts';

/**
 * Subject tokens: one use, ten minutes. A service that may call the Management API gets one for a user and an application
 * exchanges it for an access token of that user (RFC 8693). The exchange itself is the protocol engine's (`oidc/`).
 */

/** Signing in at a provider that speaks OAuth 2 and has an endpoint of its own for who somebody is. */
import * as oauth from 'oauth4webapi';
import type { SocialConnector } from '../port.ts';
import { authorizationUri, callbackParameters, newSession, readSession } from './authorization.ts';
import { NO_ISSUER } from './client-auth.ts';
import { judgeStatus, type ProviderTools, readJson, withProvider } from './provider.ts';
import { askForFreshTokens, readTokens, type TokenResponseType } from './tokens.ts';
import { type SocialClaims, socialUser } from './user-fields.ts';

/** Asks the provider's API with the access token; the answer is JSON. */
export type AskApi = (url: string) => Promise<unknown>;

export interface OAuth2Settings {
  readonly clientId: string;
  readonly clientAuth: oauth.ClientAuth;
  /** Compared with the callback's `iss` (RFC 9207), where both are known. */
  readonly issuer: string | undefined;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly tokenResponseType: TokenResponseType;
  readonly scope: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Who the access token is of. */
  readonly read: (ask: AskApi) => Promise<SocialClaims>;
}

export function oauth2Connector(settings: OAuth2Settings, tools: ProviderTools): SocialConnector {
  const { clientId, issuer, tokenEndpoint } = settings;
  const server: oauth.AuthorizationServer = { issuer: issuer ?? NO_ISSUER, token_endpoint: tokenEndpoint };
  const client: oauth.Client = { client_id: clientId };

  return {
    authorize: request =>
      withProvider(tools, async () => {
        const session = newSession(request);
        const scope = request.scope ?? settings.scope;
        const { authorizationEndpoint: endpoint, parameters } = settings;
        const sent = { clientId, scope, session };
        return {
          authorizationUri: await authorizationUri(endpoint, parameters, request, sent),
          session: { ...session },
        };
      }),

    identify: (data, remembered) =>
      withProvider(tools, async options => {
        const { redirectUri, codeVerifier } = readSession(remembered);
        const parameters = callbackParameters(data);
        if (issuer === undefined) parameters.delete('iss');
        const callback = oauth.validateAuthResponse(server, client, parameters, oauth.skipStateCheck);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          settings.clientAuth,
          callback,
          redirectUri,
          codeVerifier,
          options,
        );
        const tokens = await readTokens(response, settings.tokenResponseType);
        const accessToken = String(tokens['access_token']);
        const headers = new Headers({ accept: 'application/json' });
        const ask: AskApi = async url => {
          const answer = await oauth.protectedResourceRequest(
            accessToken,
            'GET',
            new URL(url),
            headers,
            undefined,
            options,
          );
          judgeStatus(answer, 'social_invalid_access_token');
          return readJson(answer);
        };
        return { user: socialUser(await settings.read(ask)), tokenResponse: tokens };
      }),

    renew: refreshToken =>
      withProvider(tools, options => {
        const { clientAuth, tokenResponseType: type } = settings;
        return askForFreshTokens(server, { client, clientAuth, type }, refreshToken, options);
      }),
  };
}

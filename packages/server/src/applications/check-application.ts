import { type ApplicationType, isWebUrl } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import type { ApplicationRow } from './applications.store.ts';

const signInTypes: ReadonlySet<ApplicationType> = new Set<ApplicationType>(['Traditional', 'SPA', 'Native']);
const servedTypes: ReadonlySet<ApplicationType> = new Set<ApplicationType>([...signInTypes, 'MachineToMachine']);
const webTypes: ReadonlySet<ApplicationType> = new Set<ApplicationType>(['Traditional', 'SPA']);
const confidentialTypes: ReadonlySet<ApplicationType> = new Set<ApplicationType>([
  'Traditional',
  'MachineToMachine',
  'Protected',
]);

/** Whether applications of a type run where a secret stays one (RFC 6749 §2.1). */
export const keepsSecrets = (type: ApplicationType): boolean => confidentialTypes.has(type);

/**
 * Refuses an application that could not work, or could do what it must not.
 *
 * @throws Problem 422 `request.feature_not_supported`, 400 `application.invalid_third_party_application_type`,
 * 422 `application.third_party_application_cannot_enable_token_exchange`, 400 `guard.invalid_input`
 */
export function checkApplication(
  app: Pick<ApplicationRow, 'type' | 'is_third_party' | 'oidc_client_metadata' | 'custom_client_metadata'>,
): void {
  if (!servedTypes.has(app.type)) throw new Problem('request.feature_not_supported', { data: { type: app.type } });
  if (app.is_third_party) {
    if (!signInTypes.has(app.type)) throw new Problem('application.invalid_third_party_application_type');
    if (app.custom_client_metadata.allowTokenExchange)
      throw new Problem('application.third_party_application_cannot_enable_token_exchange');
  }
  if (webTypes.has(app.type)) {
    refuseOwnSchemes('redirectUris', app.oidc_client_metadata.redirectUris);
    refuseOwnSchemes('postLogoutRedirectUris', app.oidc_client_metadata.postLogoutRedirectUris);
  }
}

/** A scheme of its own leads to an application on the device; a web page that names one has been mistyped, or worse. */
function refuseOwnSchemes(member: string, uris: readonly string[]): void {
  const bad = uris.findIndex(uri => !isWebUrl(uri));
  if (bad === -1) return;
  const path = ['oidcClientMetadata', member, bad];
  const message = 'must be an http(s) URL for an application of this type';
  throw new Problem('guard.invalid_input', {
    data: { name: 'ZodError', issues: [{ code: 'custom', path, message }] },
    details: `body.${path.join('.')}: ${message} (custom)`,
    values: { part: 'body' },
  });
}

import { ConnectorError } from './port.ts';

/** More than the log takes: where it is cut half a secret could stand, which nobody would recognize any more. */
const MAX_TEXT = 4000;

/** The error that a provider's refusal becomes: its own words are for the log. */
export async function refuse(response: Response): Promise<ConnectorError> {
  const text = (await response.text()).slice(0, MAX_TEXT);
  const { status } = response;
  const code = status === 429 ? 'rate_limit_exceeded' : 'general';
  const reason = status === 401 || status === 403 ? 'credentials' : 'refused';
  return new ConnectorError(code, `the provider answers ${status}: ${text}`, { reason });
}

/**
 * How to set up the built-in kinds of connector: the English of their guides, as `GET /api/connector-factories` says it, part by
 * part. Other languages are keyed by it, as those of the forms are. What is typed as it stands is left out: `{1}`, `{2}` …
 */
const sentences = [
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.',
  '{1}: {2}. A template’s {3} overrides it.',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.',
  'In SendGrid, verify the sender or its domain.',
  'Make an API key that may do *Mail Send* and nothing else.',
  '{1} is the verified sender, {2} the name that people see.',
  '{1} (optional): your own words, {2}.',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.',
  'Every mail is one {1} of JSON to {2}:',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.',
  '{1} (optional) is sent as the {2} header.',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.',
  'In the Twilio console, read *Account SID* and *Auth Token*.',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).',
  'Every text message is one {1} of JSON to {2}:',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.',
  '{1}: {2} (default), {3} or {4}.',
  'An address without {1} in the same document is dropped unless {2} is on.',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.',
  'Create an OAuth App in the developer settings of a GitHub account or organization.',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.',
  'For tests of your application. The callback data {1} says who somebody is.',
] as const;

type Sentence = (typeof sentences)[number];

/** What the guides of connectors say, in English: each sentence is its own key. */
export const connectorGuides = Object.fromEntries(sentences.map(one => [one, one])) as {
  readonly [One in Sentence]: One;
};

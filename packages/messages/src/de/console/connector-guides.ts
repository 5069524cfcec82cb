import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    'Verschickt E-Mails über jeden Server, der SMTP spricht: Ihren eigenen oder das Relais eines Anbieters.',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1} und {2}: 465 mit {3}, 587 mit {4}. Ohne {5} wird die Verbindung verschlüsselt, wenn der Server es anbietet, und wer dazwischen sitzt, kann das Angebot verbergen.',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1}: {2}. Für OAuth 2: {3}, oder {4} und {5} eines Dienstkontos.',
  '{1}: {2}. A template’s {3} overrides it.': '{1}: {2}. Das {3} einer Vorlage geht vor.',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1} (optional): Ihre eigenen Worte, {2}. Ohne sie werden die mitgelieferten E-Mails verschickt, in sieben Sprachen.',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1} kennt {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} und {10}. Eine Nachricht hat 15 Sekunden; {11}, {12}, {13} und {14} (Millisekunden) verkürzen das. Dateien und Webadressen werden nie gelesen und E-Mails nie protokolliert, was auch immer {15}, {16}, {17} und {18} sagen.',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    'Der Server darf in Ihrem eigenen Netz stehen: Welche Mailserver gefragt werden, entscheidet, wer den Konnektor einrichtet.',
  'In SendGrid, verify the sender or its domain.': 'Bestätigen Sie in SendGrid den Absender oder seine Domain.',
  'Make an API key that may do *Mail Send* and nothing else.':
    'Legen Sie einen API-Schlüssel an, der *Mail Send* darf und sonst nichts.',
  '{1} is the verified sender, {2} the name that people see.':
    '{1} ist der bestätigte Absender, {2} der Name, den man sieht.',
  '{1} (optional): your own words, {2}.': '{1} (optional): Ihre eigenen Worte, {2}.',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    'Links werden nicht umgeschrieben, um Klicks zu zählen: Ein Link, der etwas nachweist, ist für eine einzige Person.',
  'Every mail is one {1} of JSON to {2}:': 'Jede E-Mail ist ein {1} mit JSON an {2}:',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1} sagt, wozu sie dient, und {2}, worum es geht: Schreiben Sie daraus Ihre eigene E-Mail oder verschicken Sie {3}, {4} und {5}, wie sie sind. {6} und {7} sind dabei, wenn eine Vorlage sie setzt.',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    'Ein Status 2xx bedeutet, dass die Nachricht unterwegs ist; was sonst in der Antwort steht, wird nicht gelesen. Das Gateway hat zehn Sekunden. 429 wird als Begrenzung weitergegeben, alles andere als Fehler des Konnektors. Weiterleitungen wird nicht gefolgt.',
  '{1} (optional) is sent as the {2} header.': '{1} (optional) wird als Header {2} mitgeschickt.',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1} (optional, mindestens 16 Zeichen, oder {2} und Base64) signiert jede Nachricht, wie Standard Webhooks es beschreibt: {3}.',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    'Ein Gateway in Ihrem eigenen Netz muss in der Einstellung {1} genannt sein: Ohne sie werden nur öffentliche Adressen gefragt, damit niemand, der Konnektoren einrichten darf, sich hinter Ihrer Firewall umsehen kann.',
  'In the Twilio console, read *Account SID* and *Auth Token*.':
    'Lesen Sie in der Twilio-Konsole *Account SID* und *Auth Token* ab.',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    'Legen Sie unter Messaging → Services einen Nachrichtendienst mit einem Absender an und kopieren Sie seine SID ({1}).',
  'Every text message is one {1} of JSON to {2}:': 'Jede Textnachricht ist ein {1} mit JSON an {2}:',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1} ist Ländervorwahl und Nummer, nur Ziffern. {2} sagt, wozu die Nachricht dient, und {3}, worum es geht: Schreiben Sie daraus Ihre eigenen Worte oder verschicken Sie {4}, wie er ist.',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    'Verschickt nichts: Nachrichten bleiben im Posteingang unter {1}. Das gibt es nur in der Entwicklung.',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    'Für jeden OpenID-Anbieter. Geben Sie seinen Issuer, eine Client-ID und ein Client-Secret an; der Rest wird gefunden. Jede Anfrage nutzt den Authorization Code Flow mit PKCE (S256) und einer Nonce. Das ID-Token muss von diesem Issuer stammen, für diesen Client bestimmt, frisch und mit einem seiner veröffentlichten Schlüssel signiert sein.',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1}: {2}, beide optional, wenn {3} angegeben ist. {4} darf eine Liste sein. {5} glaubt jeden Issuer, den das Token nennt: nur für einen Anbieter, dessen Token viele nennen und dessen Schlüssel unter {6} für niemand anderen signieren.',
  '{1}: {2} (default), {3} or {4}.': '{1}: {2} (Standard), {3} oder {4}.',
  'An address without {1} in the same document is dropped unless {2} is on.':
    'Eine Adresse ohne {1} im selben Dokument wird verworfen, außer wenn {2} eingeschaltet ist.',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    'Tragen Sie die Adresse, die Ihre Anwendung (oder die Anmeldeseite dieses Produkts) als {1} verwendet, beim Anbieter als erlaubte Rückkehradresse ein. Sie muss genau übereinstimmen.',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    'Für einen Anbieter ohne OpenID Connect. Geben Sie seine drei Endpunkte, eine Client-ID und ein Client-Secret an. Jede Anfrage nutzt den Authorization Code Flow mit PKCE (S256).',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1}: wo ID, E-Mail, Name und Bild in der Antwort des User-Info-Endpunkts stehen, als Pfade mit Punkten wie {2}. {3} nennt eine Angabe derselben Antwort; ohne sie wird keine Adresse geglaubt, außer wenn {4} eingeschaltet ist.',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1}: {2} (Standard) oder {3}; was die Antwort von sich selbst sagt, geht vor.',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    'Legen Sie in der Google Cloud Console einen OAuth-Client vom Typ „Webanwendung“ an.',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    'Legen Sie in den Entwicklereinstellungen eines GitHub-Kontos oder einer Organisation eine OAuth App an.',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    'Registrieren Sie im Microsoft Entra Admin Center eine Anwendung und fügen Sie ein Client-Secret hinzu. {1} ist die ID Ihres Mandanten, oder {2}, {3} oder {4} für eine Anwendung vieler Mandanten.',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    'Eine E-Mail-Adresse wird nur übernommen, wenn das Token den optionalen Claim {1} trägt: Sonst könnte jeder Administrator irgendeines Mandanten jede Adresse hineinschreiben.',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    'Legen Sie eine Services ID mit „Sign in with Apple“ und einen Schlüssel dafür an. Geben Sie die Services ID als Client-ID an, dazu die Team-ID, die ID des Schlüssels und den Schlüssel selbst (den Inhalt der Datei {1}); das Client-Secret wird dann für jede Anfrage neu signiert. Ein fertiges Client-Secret wird auch genommen. Mit den Scopes {2} oder {3} antwortet Apple per Formular.',
  'For tests of your application. The callback data {1} says who somebody is.':
    'Für Tests Ihrer Anwendung. Die Rückgabedaten {1} sagen, wer jemand ist.',
};

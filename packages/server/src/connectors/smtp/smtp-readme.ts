/** How to set up a mail server. */
export const smtpReadme = `# Mail server (SMTP)

Sends mail through any server that speaks SMTP: your own, or the relay of a provider.

1. \`host\` and \`port\`: 465 with \`secure\`, 587 with \`requireTLS\`. Without \`requireTLS\` the connection is encrypted when
   the server offers it, and whoever sits in between can hide the offer.
2. \`auth\`: \`{ "user": "…", "pass": "…" }\`. For OAuth 2: \`{ "type": "oauth2", "user": "…", "clientId": "…",
   "clientSecret": "…", "refreshToken": "…", "accessUrl": "https://…/token" }\`, or \`serviceClient\` and \`privateKey\` of a
   service account.
3. \`fromEmail\`: \`Example <no-reply@example.com>\`. A template’s \`sendFrom\` overrides it.
4. \`templates\` (optional): your own words, \`[{ "usageType": "Generic", "contentType": "text/html", "subject": "…",
   "content": "… {{code}} …" }]\`. Without them the shipped mails are sent, in seven languages.

\`tls\` takes \`rejectUnauthorized\`, \`servername\`, \`minVersion\`, \`maxVersion\`, \`ciphers\`, \`ca\`, \`cert\`, \`key\` and
\`passphrase\`. A message has 15 seconds; \`connectionTimeout\`, \`greetingTimeout\`, \`socketTimeout\` and \`dnsTimeout\`
(milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever
\`disableFileAccess\`, \`disableUrlAccess\`, \`logger\` and \`debug\` say.

The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.
`;

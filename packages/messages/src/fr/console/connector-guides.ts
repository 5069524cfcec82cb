import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    'Envoie les e-mails par tout serveur qui parle SMTP : le vôtre, ou le relais d’un fournisseur.',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1} et {2} : 465 avec {3}, 587 avec {4}. Sans {5}, la connexion est chiffrée quand le serveur le propose, et quiconque se trouve entre les deux peut cacher cette proposition.',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1} : {2}. Pour OAuth 2 : {3}, ou {4} et {5} d’un compte de service.',
  '{1}: {2}. A template’s {3} overrides it.': '{1} : {2}. Le {3} d’un modèle l’emporte.',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1} (facultatif) : vos propres mots, {2}. Sans eux, les e-mails fournis sont envoyés, en sept langues.',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1} accepte {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} et {10}. Un message dispose de 15 secondes ; {11}, {12}, {13} et {14} (millisecondes) réduisent ce délai. Les fichiers et adresses web ne sont jamais lus, ni les e-mails journalisés, quoi que disent {15}, {16}, {17} et {18}.',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    'Le serveur peut se trouver dans votre propre réseau : la personne qui configure le connecteur décide quels serveurs de messagerie sont interrogés.',
  'In SendGrid, verify the sender or its domain.': 'Dans SendGrid, validez l’expéditeur ou son domaine.',
  'Make an API key that may do *Mail Send* and nothing else.':
    'Créez une clé d’API autorisée à *Mail Send* et à rien d’autre.',
  '{1} is the verified sender, {2} the name that people see.':
    '{1} est l’expéditeur validé, {2} le nom que les gens voient.',
  '{1} (optional): your own words, {2}.': '{1} (facultatif) : vos propres mots, {2}.',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    'Les liens ne sont pas réécrits pour compter les clics : un lien qui prouve quelque chose n’est destiné qu’à une seule personne.',
  'Every mail is one {1} of JSON to {2}:': 'Chaque e-mail est un {1} de JSON vers {2} :',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1} dit à quoi il sert et {2} de quoi il s’agit : écrivez-en votre propre e-mail, ou envoyez {3}, {4} et {5} tels quels. {6} et {7} sont présents quand un modèle les définit.',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    'Un statut 2xx signifie que le message est en route ; le reste de la réponse n’est pas lu. La passerelle dispose de dix secondes. 429 est transmis comme une limite de débit, tout le reste comme un échec du connecteur. Les redirections ne sont pas suivies.',
  '{1} (optional) is sent as the {2} header.': '{1} (facultatif) est envoyé comme en-tête {2}.',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1} (facultatif, 16 caractères au moins, ou {2} et du base64) signe chaque message comme le décrit Standard Webhooks : {3}.',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    'Une passerelle dans votre propre réseau doit être nommée dans le réglage {1} : sans lui, seules les adresses publiques sont interrogées, pour que personne, en configurant un connecteur, ne puisse regarder derrière votre pare-feu.',
  'In the Twilio console, read *Account SID* and *Auth Token*.':
    'Dans la console Twilio, relevez *Account SID* et *Auth Token*.',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    'Sous Messaging → Services, créez un service de messagerie avec un expéditeur, et copiez son SID ({1}).',
  'Every text message is one {1} of JSON to {2}:': 'Chaque SMS est un {1} de JSON vers {2} :',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1} est l’indicatif du pays et le numéro, en chiffres seulement. {2} dit à quoi sert le message et {3} de quoi il s’agit : écrivez-en vos propres mots, ou envoyez {4} tel quel.',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    'N’envoie rien : les messages restent dans la boîte de réception {1}. N’existe qu’en développement.',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    'Pour tout fournisseur OpenID. Indiquez son émetteur, un ID client et un secret client ; le reste est découvert. Chaque requête utilise le flux de code d’autorisation avec PKCE (S256) et un nonce. Le jeton d’identité doit venir de cet émetteur, pour ce client, être récent et signé par l’une de ses clés publiées.',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1} : {2}, tous deux facultatifs si {3} est indiqué. {4} peut être une liste. {5} croit tout émetteur nommé par le jeton : uniquement pour un fournisseur dont les jetons en nomment beaucoup, et dont les clés à {6} ne signent pour personne d’autre.',
  '{1}: {2} (default), {3} or {4}.': '{1} : {2} (par défaut), {3} ou {4}.',
  'An address without {1} in the same document is dropped unless {2} is on.':
    'Une adresse sans {1} dans le même document est écartée, sauf si {2} est activé.',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    'Enregistrez chez le fournisseur, comme adresse de retour autorisée, l’adresse que votre application (ou la page de connexion de ce produit) utilise comme {1}. Elle doit correspondre exactement.',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    'Pour un fournisseur sans OpenID Connect. Indiquez ses trois points d’accès, un ID client et un secret client. Chaque requête utilise le flux de code d’autorisation avec PKCE (S256).',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1} : où se trouvent l’identifiant, l’e-mail, le nom et l’image dans la réponse du point d’accès aux informations de la personne, sous forme de chemins pointés comme {2}. {3} nomme un indicateur de la même réponse ; sans lui, aucune adresse n’est crue, sauf si {4} est activé.',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1} : {2} (par défaut) ou {3} ; ce que la réponse dit d’elle-même l’emporte.',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    'Créez dans la console Google Cloud un client OAuth de type « Application Web ».',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    'Créez une OAuth App dans les paramètres de développeur d’un compte ou d’une organisation GitHub.',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    'Enregistrez une application dans le centre d’administration Microsoft Entra et ajoutez un secret client. {1} est l’identifiant de votre locataire, ou {2}, {3} ou {4} pour une application ouverte à plusieurs locataires.',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    'Une adresse e-mail n’est reprise que si le jeton porte la revendication facultative {1} : sans elle, tout administrateur de n’importe quel locataire pourrait inscrire n’importe quelle adresse.',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    'Créez un Services ID avec « Sign in with Apple » et une clé pour lui. Indiquez le Services ID comme ID client, l’identifiant d’équipe, celui de la clé et la clé elle-même (le contenu du fichier {1}) ; le secret client est alors signé à nouveau pour chaque requête. Un secret client tout prêt est accepté aussi. Avec les portées {2} ou {3}, Apple répond par un formulaire.',
  'For tests of your application. The callback data {1} says who somebody is.':
    'Pour tester votre application. Les données de retour {1} disent qui est la personne.',
};

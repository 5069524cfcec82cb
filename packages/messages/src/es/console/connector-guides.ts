import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    'Envía correos por cualquier servidor que hable SMTP: el suyo o el de un proveedor.',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1} y {2}: 465 con {3}, 587 con {4}. Sin {5}, la conexión se cifra cuando el servidor lo ofrece, y quien esté en medio puede ocultar esa oferta.',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1}: {2}. Para OAuth 2: {3}, o bien {4} y {5} de una cuenta de servicio.',
  '{1}: {2}. A template’s {3} overrides it.': '{1}: {2}. El {3} de una plantilla tiene prioridad.',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1} (opcional): sus propias palabras, {2}. Sin ellas se envían los correos incluidos, en siete idiomas.',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1} admite {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} y {10}. Un mensaje dispone de 15 segundos; {11}, {12}, {13} y {14} (milisegundos) lo acortan. Nunca se leen archivos ni direcciones web, ni se registran los correos, digan lo que digan {15}, {16}, {17} y {18}.',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    'El servidor puede estar en su propia red: quien configura el conector decide a qué servidores de correo se recurre.',
  'In SendGrid, verify the sender or its domain.': 'En SendGrid, verifique el remitente o su dominio.',
  'Make an API key that may do *Mail Send* and nothing else.':
    'Cree una clave de API que pueda hacer *Mail Send* y nada más.',
  '{1} is the verified sender, {2} the name that people see.':
    '{1} es el remitente verificado; {2}, el nombre que ven las personas.',
  '{1} (optional): your own words, {2}.': '{1} (opcional): sus propias palabras, {2}.',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    'Los enlaces no se reescriben para contar clics: un enlace que demuestra algo es para una sola persona.',
  'Every mail is one {1} of JSON to {2}:': 'Cada correo es un {1} de JSON a {2}:',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1} dice para qué es y {2}, de qué trata: escriba con ellos su propio correo, o envíe {3}, {4} y {5} tal como están. {6} y {7} aparecen cuando una plantilla los fija.',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    'Un estado 2xx significa que el mensaje está en camino; lo demás de la respuesta no se lee. La pasarela dispone de diez segundos. 429 se transmite como límite de frecuencia; todo lo demás, como fallo del conector. No se siguen las redirecciones.',
  '{1} (optional) is sent as the {2} header.': '{1} (opcional) se envía como cabecera {2}.',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1} (opcional, 16 caracteres como mínimo, o {2} y base64) firma cada mensaje como describe Standard Webhooks: {3}.',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    'Una pasarela en su propia red debe figurar en el ajuste {1}: sin él solo se recurre a direcciones públicas, para que nadie que pueda configurar conectores mire detrás de su cortafuegos.',
  'In the Twilio console, read *Account SID* and *Auth Token*.':
    'En la consola de Twilio, consulte *Account SID* y *Auth Token*.',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    'En Messaging → Services, cree un servicio de mensajería con un remitente y copie su SID ({1}).',
  'Every text message is one {1} of JSON to {2}:': 'Cada mensaje de texto es un {1} de JSON a {2}:',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1} es el código de país y el número, solo cifras. {2} dice para qué es el mensaje y {3}, de qué trata: escriba con ellos sus propias palabras, o envíe {4} tal como está.',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    'No envía nada: los mensajes quedan en la bandeja de {1}. Solo existe en desarrollo.',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    'Para cualquier proveedor de OpenID. Indique su emisor, un ID de cliente y un secreto de cliente; lo demás se descubre. Cada solicitud usa el flujo de código de autorización con PKCE (S256) y un nonce. El token de identidad debe ser de ese emisor, para este cliente, reciente y firmado con una de sus claves publicadas.',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1}: {2}, ambos opcionales si se indica {3}. {4} puede ser una lista. {5} cree a cualquier emisor que nombre el token: solo para un proveedor cuyos tokens nombran muchos y cuyas claves en {6} no firman para nadie más.',
  '{1}: {2} (default), {3} or {4}.': '{1}: {2} (por defecto), {3} o {4}.',
  'An address without {1} in the same document is dropped unless {2} is on.':
    'Una dirección sin {1} en el mismo documento se descarta, salvo que {2} esté activado.',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    'Registre en el proveedor, como dirección de retorno permitida, la dirección que su aplicación (o la página de inicio de sesión de este producto) usa como {1}. Debe coincidir exactamente.',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    'Para un proveedor sin OpenID Connect. Indique sus tres direcciones, un ID de cliente y un secreto de cliente. Cada solicitud usa el flujo de código de autorización con PKCE (S256).',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1}: dónde están el ID, el correo, el nombre y la imagen en la respuesta de los datos de la persona, como rutas con puntos, por ejemplo {2}. {3} nombra un indicador de la misma respuesta; sin él no se cree ninguna dirección, salvo que {4} esté activado.',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1}: {2} (por defecto) o {3}; lo que la respuesta diga de sí misma tiene prioridad.',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    'Cree en la consola de Google Cloud un cliente OAuth de tipo «Aplicación web».',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    'Cree una OAuth App en los ajustes de desarrollador de una cuenta u organización de GitHub.',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    'Registre una aplicación en el centro de administración de Microsoft Entra y añada un secreto de cliente. {1} es el ID de su inquilino, o {2}, {3} o {4} para una aplicación de muchos inquilinos.',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    'Una dirección de correo solo se adopta si el token lleva la declaración opcional {1}: sin ella, cualquier administrador de cualquier inquilino podría escribir cualquier dirección.',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    'Cree un Services ID con «Sign in with Apple» y una clave para él. Indique el Services ID como ID de cliente, el ID del equipo, el ID de la clave y la propia clave (el contenido del archivo {1}); el secreto de cliente se firma de nuevo en cada solicitud. También se admite un secreto de cliente ya hecho. Con los ámbitos {2} o {3}, Apple responde mediante un formulario.',
  'For tests of your application. The callback data {1} says who somebody is.':
    'Para probar su aplicación. Los datos de retorno {1} dicen quién es la persona.',
};

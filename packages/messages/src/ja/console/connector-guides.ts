import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    'SMTPを話すサーバーからメールを送信します。ご自身のサーバーでも、事業者の中継サーバーでもかまいません。',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1}と{2}：{3}なら465、{4}なら587です。{5}がない場合、サーバーが対応を示したときだけ暗号化され、間にいる者がその表示を隠せます。',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1}は{2}です。OAuth 2の場合は{3}、またはサービスアカウントの{4}と{5}です。',
  '{1}: {2}. A template’s {3} overrides it.': '{1}は{2}です。テンプレートの{3}が優先されます。',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1}（省略可）は独自の文面{2}です。ない場合は、7つの言語で用意されたメールが送られます。',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1}には{2}、{3}、{4}、{5}、{6}、{7}、{8}、{9}、{10}を指定できます。1通の制限時間は15秒で、{11}、{12}、{13}、{14}（ミリ秒）で短くできます。{15}、{16}、{17}、{18}の値にかかわらず、ファイルやWebアドレスが読まれることも、メールが記録されることもありません。',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    'サーバーは社内ネットワークにあってもかまいません。どのメールサーバーを使うかは、コネクターを設定する人が決めます。',
  'In SendGrid, verify the sender or its domain.': 'SendGridで、差出人またはそのドメインを確認します。',
  'Make an API key that may do *Mail Send* and nothing else.': '*Mail Send*だけが許可されたAPIキーを作成します。',
  '{1} is the verified sender, {2} the name that people see.': '{1}は確認済みの差出人、{2}は表示される名前です。',
  '{1} (optional): your own words, {2}.': '{1}（省略可）は独自の文面{2}です。',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    'クリックを数えるためにリンクが書き換えられることはありません。何かを証明するリンクは、1人だけのものです。',
  'Every mail is one {1} of JSON to {2}:': 'メール1通ごとに、JSONを{2}へ{1}します。',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1}は用途を、{2}は内容を表します。これらから独自のメールを作るか、{3}、{4}、{5}をそのまま送ります。{6}と{7}は、テンプレートで設定されている場合に付きます。',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    '2xxは送信が引き受けられたことを意味し、応答のそれ以外の内容は読まれません。制限時間は10秒です。429は回数制限として、それ以外はコネクターの失敗として伝えられます。リダイレクトには従いません。',
  '{1} (optional) is sent as the {2} header.': '{1}（省略可）は{2}ヘッダーとして送られます。',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1}（省略可、16文字以上、または{2}とbase64）は、Standard Webhooksの方式（{3}）で各メッセージに署名します。',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    '社内ネットワークにあるゲートウェイは、設定{1}に記載する必要があります。記載がない場合は公開アドレスにしか接続しないため、コネクターを設定できる人でもファイアウォールの内側を探ることはできません。',
  'In the Twilio console, read *Account SID* and *Auth Token*.':
    'Twilioのコンソールで*Account SID*と*Auth Token*を確認します。',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    'Messaging → Servicesで、送信元のあるメッセージングサービスを作成し、そのSID（{1}）をコピーします。',
  'Every text message is one {1} of JSON to {2}:': 'SMS 1通ごとに、JSONを{2}へ{1}します。',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1}は国番号と電話番号で、数字だけです。{2}は用途を、{3}は内容を表します。これらから独自の文面を作るか、{4}をそのまま送ります。',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    '何も送信しません。メッセージは{1}の受信トレイに残ります。開発環境にだけあります。',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    'OpenIDプロバイダー全般に使えます。発行者、クライアントID、クライアントシークレットを入力すると、残りは自動で取得されます。どのリクエストも、PKCE（S256）とnonceを使う認可コードフローです。IDトークンは、その発行者のもので、このクライアント宛てで、新しく、公開鍵のいずれかで署名されている必要があります。',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1}は{2}です。{3}を指定した場合はどちらも省略できます。{4}はリストでもかまいません。{5}は、トークンに書かれた発行者をすべて信用します。トークンに多くの発行者が書かれ、{6}の鍵がほかの誰のためにも署名しないプロバイダーにだけ使ってください。',
  '{1}: {2} (default), {3} or {4}.': '{1}は{2}（既定値）、{3}、または{4}です。',
  'An address without {1} in the same document is dropped unless {2} is on.':
    '同じ文書に{1}がないアドレスは、{2}が有効でない限り使われません。',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    'アプリ（または本製品のサインインページ）が{1}として使うアドレスを、許可するリダイレクト先としてプロバイダーに登録します。完全に一致している必要があります。',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    'OpenID Connectに対応していないプロバイダー用です。3つのエンドポイント、クライアントID、クライアントシークレットを入力します。どのリクエストも、PKCE（S256）を使う認可コードフローです。',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1}：ユーザー情報の応答の中で、ID、メールアドレス、名前、画像がある場所です。{2}のように点でつないで指定します。{3}は同じ応答の中の確認済みフラグの名前です。これがない場合、{4}が有効でない限りアドレスは信用されません。',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1}は{2}（既定値）または{3}です。応答自体が示す形式が優先されます。',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    'Google Cloudコンソールで、種類が「ウェブアプリケーション」のOAuthクライアントを作成します。',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    'GitHubのアカウントまたは組織の開発者設定で、OAuth Appを作成します。',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    'Microsoft Entra管理センターでアプリケーションを登録し、クライアントシークレットを追加します。{1}はテナントのIDです。複数のテナントで使うアプリケーションでは{2}、{3}、または{4}です。',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    'メールアドレスは、トークンに省略可能なクレーム{1}がある場合にだけ引き継がれます。ない場合、どのテナントの管理者でも好きなアドレスを書けてしまいます。',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    '「Sign in with Apple」用のServices IDと、その鍵を作成します。Services IDをクライアントIDとして入力し、チームID、鍵のID、鍵そのもの（{1}ファイルの内容）を入力すると、リクエストのたびにクライアントシークレットが新しく署名されます。作成済みのクライアントシークレットも使えます。スコープ{2}または{3}がある場合、Appleはフォームの送信で応答します。',
  'For tests of your application. The callback data {1} says who somebody is.':
    'アプリのテスト用です。コールバックのデータ{1}が、その人が誰であるかを表します。',
};

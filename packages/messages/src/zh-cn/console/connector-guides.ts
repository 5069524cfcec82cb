import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    '通过任何支持 SMTP 的服务器发送邮件：您自己的服务器，或服务商的中继。',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1} 和 {2}：使用 {3} 时为 465，使用 {4} 时为 587。没有 {5} 时，只有服务器提供加密才会加密，中间人可以隐藏这一点。',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1}：{2}。使用 OAuth 2 时：{3}，或服务账号的 {4} 和 {5}。',
  '{1}: {2}. A template’s {3} overrides it.': '{1}：{2}。模板的 {3} 优先。',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1}（可选）：您自己的内容，{2}。没有时发送内置的邮件，共七种语言。',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1} 可以包含 {2}、{3}、{4}、{5}、{6}、{7}、{8}、{9} 和 {10}。每封邮件有 15 秒；{11}、{12}、{13} 和 {14}（毫秒）可以缩短时间。无论 {15}、{16}、{17} 和 {18} 怎样设置，都不会读取文件或网址，也不会记录邮件。',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    '服务器可以在您自己的网络中：由设置连接器的人决定使用哪些邮件服务器。',
  'In SendGrid, verify the sender or its domain.': '在 SendGrid 中验证发件人或其域名。',
  'Make an API key that may do *Mail Send* and nothing else.': '创建一个只允许 *Mail Send* 的 API 密钥。',
  '{1} is the verified sender, {2} the name that people see.': '{1} 是已验证的发件人，{2} 是大家看到的名称。',
  '{1} (optional): your own words, {2}.': '{1}（可选）：您自己的内容，{2}。',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    '链接不会为了统计点击而被改写：用于证明的链接只属于一个人。',
  'Every mail is one {1} of JSON to {2}:': '每封邮件都是向 {2} 发送 JSON 的一次 {1}：',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1} 说明用途，{2} 说明内容：您可以据此编写自己的邮件，或原样发送 {3}、{4} 和 {5}。模板设置了 {6} 和 {7} 时也会附上。',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    '状态 2xx 表示消息已在发送途中；回复中的其他内容不会读取。网关有十秒时间。429 会作为频率限制转达，其他状态都作为连接器失败。不跟随重定向。',
  '{1} (optional) is sent as the {2} header.': '{1}（可选）作为 {2} 标头发送。',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1}（可选，至少 16 个字符，或 {2} 加 base64）按 Standard Webhooks 的方式为每条消息签名：{3}。',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    '您自己网络中的网关必须写入设置 {1}：没有它时只访问公网地址，这样可以设置连接器的人就无法窥探防火墙之后的内容。',
  'In the Twilio console, read *Account SID* and *Auth Token*.': '在 Twilio 控制台查看 *Account SID* 和 *Auth Token*。',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    '在 Messaging → Services 中创建带有发送方的消息服务，并复制它的 SID（{1}）。',
  'Every text message is one {1} of JSON to {2}:': '每条短信都是向 {2} 发送 JSON 的一次 {1}：',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1} 是国家代码和号码，只含数字。{2} 说明消息的用途，{3} 说明内容：您可以据此编写自己的内容，或原样发送 {4}。',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    '不会发送任何内容：消息保留在 {1} 的收件箱中。仅在开发环境中存在。',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    '适用于任何 OpenID 提供方。填写它的颁发者、客户端 ID 和客户端密钥；其余信息会自动获取。每个请求都使用带 PKCE（S256）和 nonce 的授权码流程。ID 令牌必须来自该颁发者、发给此客户端、在有效期内，并由其公布的密钥签名。',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1}：{2}，填写 {3} 后两者都可选。{4} 可以是列表。{5} 会相信令牌中写明的任何颁发者：仅用于令牌写明多个颁发者、且 {6} 的密钥不为其他人签名的提供方。',
  '{1}: {2} (default), {3} or {4}.': '{1}：{2}（默认）、{3} 或 {4}。',
  'An address without {1} in the same document is dropped unless {2} is on.':
    '同一文档中没有 {1} 的地址会被舍弃，除非启用了 {2}。',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    '把您的应用（或本产品的登录页面）用作 {1} 的地址，在提供方登记为允许的重定向地址。两者必须完全一致。',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    '适用于没有 OpenID Connect 的提供方。填写它的三个端点、客户端 ID 和客户端密钥。每个请求都使用带 PKCE（S256）的授权码流程。',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1}：ID、邮箱、姓名和头像在用户信息回复中的位置，以点分路径表示，例如 {2}。{3} 是同一回复中某个标记的名称；没有它时不相信任何地址，除非启用了 {4}。',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1}：{2}（默认）或 {3}；以回复自身的说明为准。',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    '在 Google Cloud 控制台创建类型为“Web 应用”的 OAuth 客户端。',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    '在 GitHub 账号或组织的开发者设置中创建 OAuth App。',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    '在 Microsoft Entra 管理中心登记应用，并添加客户端密钥。{1} 是您租户的 ID；面向多个租户的应用则填写 {2}、{3} 或 {4}。',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    '只有令牌带有可选声明 {1} 时才会采用邮箱地址：否则任何租户的任何管理员都可以写入任意地址。',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    '创建带有“Sign in with Apple”的 Services ID，并为其创建密钥。把 Services ID 作为客户端 ID 填写，再填写团队 ID、密钥 ID 和密钥本身（{1} 文件的内容）；之后每个请求都会重新签名客户端密钥。也可以填写现成的客户端密钥。使用权限范围 {2} 或 {3} 时，Apple 会以表单提交的方式回复。',
  'For tests of your application. The callback data {1} says who somebody is.':
    '用于测试您的应用。回调数据 {1} 说明是谁。',
};

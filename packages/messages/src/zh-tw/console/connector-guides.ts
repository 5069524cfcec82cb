import type { Translated } from '../../catalogue.ts';
import type { connectorGuides as english } from '../../en/console/connector-guides.ts';

export const connectorGuides: Translated<typeof english> = {
  'Sends mail through any server that speaks SMTP: your own, or the relay of a provider.':
    '透過任何使用 SMTP 的伺服器寄送郵件：你自己的伺服器，或服務供應商的轉送伺服器。',
  '{1} and {2}: 465 with {3}, 587 with {4}. Without {5} the connection is encrypted when the server offers it, and whoever sits in between can hide the offer.':
    '{1} 與 {2}：使用 {3} 時為 465，使用 {4} 時為 587。沒有 {5} 時，只有伺服器提供加密才會加密，而中間人可以隱藏這一點。',
  '{1}: {2}. For OAuth 2: {3}, or {4} and {5} of a service account.':
    '{1}：{2}。使用 OAuth 2 時：{3}，或服務帳戶的 {4} 與 {5}。',
  '{1}: {2}. A template’s {3} overrides it.': '{1}：{2}。範本的 {3} 優先。',
  '{1} (optional): your own words, {2}. Without them the shipped mails are sent, in seven languages.':
    '{1}（選填）：你自己的內容，{2}。沒有時會寄送內建的郵件，共七種語言。',
  '{1} takes {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9} and {10}. A message has 15 seconds; {11}, {12}, {13} and {14} (milliseconds) make that shorter. Files and web addresses are never read, and mails never logged, whatever {15}, {16}, {17} and {18} say.':
    '{1} 可以包含 {2}、{3}、{4}、{5}、{6}、{7}、{8}、{9} 與 {10}。每封郵件有 15 秒；{11}、{12}、{13} 與 {14}（毫秒）可以縮短時間。無論 {15}、{16}、{17} 與 {18} 如何設定，都不會讀取檔案或網址，也不會記錄郵件。',
  'The server may be in your own network: which mail servers are asked is up to whoever sets up the connector.':
    '伺服器可以在你自己的網路中：由設定連接器的人決定使用哪些郵件伺服器。',
  'In SendGrid, verify the sender or its domain.': '在 SendGrid 中驗證寄件者或其網域。',
  'Make an API key that may do *Mail Send* and nothing else.': '建立只允許 *Mail Send* 的 API 金鑰。',
  '{1} is the verified sender, {2} the name that people see.': '{1} 是已驗證的寄件者，{2} 是大家看到的名稱。',
  '{1} (optional): your own words, {2}.': '{1}（選填）：你自己的內容，{2}。',
  'Links are not rewritten for counting clicks: a link that proves something is for one person alone.':
    '連結不會為了計算點按次數而被改寫：用來證明的連結只屬於一個人。',
  'Every mail is one {1} of JSON to {2}:': '每封郵件都是向 {2} 傳送 JSON 的一次 {1}：',
  '{1} says what it is for and {2} what about: write your own mail from them, or send {3}, {4} and {5} as they are. {6} and {7} are there when a template sets them.':
    '{1} 說明用途，{2} 說明內容：你可以據此撰寫自己的郵件，或原樣寄送 {3}、{4} 與 {5}。範本設定了 {6} 與 {7} 時也會附上。',
  'A status of 2xx means that the message is on its way; what else is in the answer is not read. The gateway has ten seconds. 429 is passed on as a rate limit, everything else as a failure of the connector. Redirects are not followed.':
    '狀態 2xx 表示訊息已在傳送途中；回應中的其他內容不會讀取。閘道有十秒時間。429 會以次數限制轉達，其他狀態都視為連接器失敗。不跟隨重新導向。',
  '{1} (optional) is sent as the {2} header.': '{1}（選填）會以 {2} 標頭傳送。',
  '{1} (optional, at least 16 characters, or {2} and base64) signs each message as Standard Webhooks describes: {3}.':
    '{1}（選填，至少 16 個字元，或 {2} 加上 base64）依 Standard Webhooks 的方式為每則訊息簽章：{3}。',
  'A gateway in your own network has to be named in the setting {1}: without that only public addresses are asked, so that nobody who may set up connectors can look around behind your firewall.':
    '你自己網路中的閘道必須列在設定 {1} 中：沒有列出時只會連線到公開位址，可以設定連接器的人就無法窺探防火牆後方。',
  'In the Twilio console, read *Account SID* and *Auth Token*.': '在 Twilio 主控台查看 *Account SID* 與 *Auth Token*。',
  'Under Messaging → Services, make a messaging service with a sender, and copy its SID ({1}).':
    '在 Messaging → Services 建立具有傳送者的訊息服務，並複製它的 SID（{1}）。',
  'Every text message is one {1} of JSON to {2}:': '每則簡訊都是向 {2} 傳送 JSON 的一次 {1}：',
  '{1} is country code and number, digits only. {2} says what the message is for and {3} what about: write your own words from them, or send {4} as it is.':
    '{1} 是國碼與號碼，只含數字。{2} 說明訊息的用途，{3} 說明內容：你可以據此撰寫自己的內容，或原樣傳送 {4}。',
  'Sends nothing: messages are kept in the inbox at {1}. It exists in development only.':
    '不會傳送任何內容：訊息保留在 {1} 的收件匣中。僅存在於開發環境。',
  'For any OpenID provider. Give its issuer, a client id and a client secret; the rest is discovered. Every request uses the authorization code flow with PKCE (S256) and a nonce. The ID token must be of that issuer, for this client, fresh and signed by one of its published keys.':
    '適用於任何 OpenID 供應商。填寫它的簽發者、應用程式 ID（client ID）與應用程式密鑰（client secret）；其餘會自動取得。每個請求都使用搭配 PKCE（S256）與 nonce 的授權碼流程。ID 權杖必須來自該簽發者、發給此應用程式、仍在效期內，並由其公布的金鑰簽章。',
  '{1}: {2}, both optional when {3} is given. {4} may be a list. {5} believes whatever issuer the token names: only for a provider whose tokens name many, whose keys at {6} sign for nobody else.':
    '{1}：{2}，填寫 {3} 後兩者皆為選填。{4} 可以是清單。{5} 會相信權杖中寫明的任何簽發者：僅用於權杖寫明多個簽發者、且 {6} 的金鑰不為其他人簽章的供應商。',
  '{1}: {2} (default), {3} or {4}.': '{1}：{2}（預設）、{3} 或 {4}。',
  'An address without {1} in the same document is dropped unless {2} is on.':
    '同一份文件中沒有 {1} 的地址會被捨棄，除非啟用了 {2}。',
  'Register the address that your application (or this product’s sign-in page) uses as {1} as an allowed redirect address at the provider. It must match exactly.':
    '將你的應用程式（或本產品的登入頁面）用作 {1} 的網址，在供應商處登記為允許的重新導向網址。兩者必須完全一致。',
  'For a provider that has no OpenID Connect. Give its three endpoints, a client id and a client secret. Every request uses the authorization code flow with PKCE (S256).':
    '適用於沒有 OpenID Connect 的供應商。填寫它的三個端點、應用程式 ID（client ID）與應用程式密鑰（client secret）。每個請求都使用搭配 PKCE（S256）的授權碼流程。',
  '{1}: where id, email, name and avatar stand in the answer of the user info endpoint, as dotted paths such as {2}. {3} names a flag of the same answer; without it no address is believed unless {4} is on.':
    '{1}：ID、電子郵件地址、姓名與大頭貼在使用者資料回應中的位置，以點分隔的路徑表示，例如 {2}。{3} 是同一份回應中某個標記的名稱；沒有它時不會相信任何地址，除非啟用了 {4}。',
  '{1}: {2} (default) or {3}; what the answer says of itself goes before it.':
    '{1}：{2}（預設）或 {3}；以回應本身的說明為準。',
  'Create an OAuth client of the type “Web application” in the Google Cloud console.':
    '在 Google Cloud 主控台建立類型為「網頁應用程式」的 OAuth 應用程式。',
  'Create an OAuth App in the developer settings of a GitHub account or organization.':
    '在 GitHub 帳戶或組織的開發人員設定中建立 OAuth App。',
  'Register an application in the Microsoft Entra admin center and add a client secret. {1} is the id of your tenant, or {2}, {3} or {4} for an application of many tenants.':
    '在 Microsoft Entra 系統管理中心註冊應用程式，並新增應用程式密鑰（client secret）。{1} 是你租戶的 ID；供多個租戶使用的應用程式則填寫 {2}、{3} 或 {4}。',
  'An email address is taken over only where the token carries the optional claim {1}: without it any administrator of any tenant could write any address.':
    '只有權杖帶有選用的宣告 {1} 時才會採用電子郵件地址：否則任何租戶的任何管理員都可以寫入任意地址。',
  'Create a Services ID with “Sign in with Apple” and a key for it. Give the Services ID as client id, the team id, the id of the key and the key itself (the content of the {1} file); the client secret is then signed anew for every request. A ready-made client secret is taken too. With the scopes {2} or {3} Apple answers by form post.':
    '建立具有「Sign in with Apple」的 Services ID，並為它建立金鑰。將 Services ID 填寫為應用程式 ID（client ID），再填寫團隊 ID、金鑰 ID 與金鑰本身（{1} 檔案的內容）；之後每個請求都會重新簽章應用程式密鑰（client secret）。也可以填寫現成的應用程式密鑰（client secret）。使用範圍 {2} 或 {3} 時，Apple 會以表單提交的方式回應。',
  'For tests of your application. The callback data {1} says who somebody is.':
    '用於測試你的應用程式。回呼資料 {1} 說明是誰。',
};

import { errors as errorSpecs, passwordIssues } from '@freehold/contract';
import type { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { compile } from './format.ts';
import {
  catalogues,
  formatMessage,
  formatRelativeTime,
  type Locale,
  locales,
  type MessageId,
  negotiateLocale,
} from './index.ts';
import { everything } from './testing/everything.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Numbers of the parser's element types; its enum is not part of the library's door. */
const kinds = { literal: 0, argument: 1, select: 5, plural: 6 } as const;

const sentences = (locale: Locale): [id: string, text: string][] =>
  Object.entries(everything[locale]).flatMap(([section, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${section}.${key}`, text]),
  );

/** The places of a sentence with their kind, and the cases of a `select`, which are part of the meaning. */
const places = (ast: Ast, found = new Set<string>()): Set<string> => {
  for (const element of ast) {
    if (element.type === kinds.literal || !('value' in element)) continue;
    if ('options' in element) {
      const isSelect = element.type === kinds.select;
      found.add(`${element.value}: ${isSelect ? `select ${Object.keys(element.options).sort().join(' ')}` : 'plural'}`);
      for (const option of Object.values(element.options)) places(option.value, found);
    } else if (element.type === kinds.argument) found.add(`${element.value}: text`);
  }
  return found;
};

const placesOf = (locale: Locale, text: string): string[] => [...places(compile(locale, text).getAst())].sort();

/** A sentence in each of its cases, as people read it. Names are Latin, as those of apps and hosts mostly are. */
const readings = (locale: Locale, text: string): string[] => {
  const all = placesOf(locale, text).map(place => place.split(': ') as [string, string]);
  let values: Record<string, string | number>[] = [{}];
  for (const [name, kind] of all) {
    const choices = kind.startsWith('select ')
      ? kind.slice('select '.length).split(' ')
      : kind === 'plural'
        ? [0, 1, 2, 1234]
        : [name === 'relativeTime' ? formatRelativeTime(locale, 3600) : `${name}Value`];
    values = values.flatMap(before => choices.map(choice => ({ ...before, [name]: choice })));
  }
  return values.map(one => String(compile(locale, text).format(one)));
};

const matching = (locale: Locale, pattern: RegExp, section = ''): string[] =>
  sentences(locale)
    .filter(([id]) => id.startsWith(section))
    .flatMap(([id, text]) => readings(locale, text).map((reading): [string, string] => [id, reading]))
    .filter(([, reading]) => pattern.test(reading))
    .map(line => line.join(': '));

/** Words of mainland China, each of which has another one in Taiwan. */
const mainlandTerms =
  /[賬账]|郵箱|短信|手機號(?!碼)|默認|登錄|登陸|用戶|設置|信息|支持|通過|保存|點擊|二次驗證|軟件|網絡|服務器|數據|接口|字符|屏幕|鏈接|令牌|創建|添加|刷新|激活|視頻/u;

describe('every language', () => {
  test.each(locales)('%s: every sentence can be read in each of its cases', locale => {
    for (const [id, text] of sentences(locale)) {
      for (const reading of readings(locale, text)) {
        expect(reading, id).not.toMatch(/[{}#]|undefined|\s{2}/);
        expect(reading.trim(), id).not.toBe('');
      }
    }
  });

  test.each(locales)('%s: has the places of the English sentence, and no others', locale => {
    const here = Object.fromEntries(sentences(locale).map(([id, text]) => [id, placesOf(locale, text)]));
    const english = Object.fromEntries(sentences('en').map(([id, text]) => [id, placesOf('en', text)]));
    expect(here).toEqual(english);
  });

  test.each(locales)('%s: has a sentence for every code', locale => {
    const codes = [...Object.keys(errorSpecs), ...Object.keys(passwordIssues)].sort();
    expect(Object.keys(catalogues[locale].errors).sort()).toEqual(codes);
  });

  // In ICU a straight apostrophe before a place quotes it: l'{app} would show {app}.
  test.each(locales)('%s: has no straight apostrophe, exclamation mark or three dots', locale => {
    expect(sentences(locale).filter(([, text]) => /'|!|！|\.\.\./.test(text))).toEqual([]);
  });

  test('the places of a password issue are those that its data brings', () => {
    for (const [code, { interpolation }] of Object.entries(passwordIssues)) {
      const text = catalogues.en.errors[code as keyof typeof passwordIssues];
      expect(placesOf('en', text).map(place => place.split(':')[0])).toEqual([...interpolation]);
    }
  });
});

describe('pages speak to people', () => {
  test.each<[Locale, RegExp]>([
    ['en', /\b(credentials?|tokens?|sessions?|grants?|verification records?|MFA|identifiers?|claims?)\b/i],
    ['zh-TW', /憑證|權杖|工作階段|授權記錄|驗證記錄|多重要素|識別碼/u],
    ['zh-CN', /凭据|凭证|令牌|会话|授权记录|验证记录|多因素|标识符/u],
    ['ja', /トークン|セッション|クレデンシャル|資格情報|識別子|多要素|クレーム/u],
    ['de', /token|sitzung|anmeldedaten|anmeldeinformation|kennung|faktor|\bclaim/i],
    ['es', /\b(tokens?|sesiones|credencial(es)?|identificador(es)?|factor(es)?|MFA)\b/i],
    ['fr', /\b(jetons?|sessions?|identifiants?|justificatifs?)\b/i],
  ])('%s: without the words of protocols', (locale, words) => {
    // The console's readers know the words of protocols; some of its fields are named by them.
    expect(['common.', 'pages.', 'account.'].flatMap(section => matching(locale, words, section))).toEqual([]);
  });
});

describe('Traditional Chinese', () => {
  test('has no term of mainland China', () => {
    expect(matching('zh-TW', mainlandTerms)).toEqual([]);
  });

  test.each(['賬號不存在', '請保存設置', '輸入手機號', '用戶名已存在', '通過驗證', '點擊鏈接'])(
    'the check refuses %s',
    planted => {
      expect(planted).toMatch(mainlandTerms);
    },
  );

  test.each(['請輸入手機號碼', '帳戶已儲存', '使用者名稱'])('the check lets %s pass', planted => {
    expect(planted).not.toMatch(mainlandTerms);
  });

  test('separates Han from Latin letters and digits with a space', () => {
    expect(matching('zh-TW', /\p{Script=Han}[A-Za-z0-9+]|[A-Za-z0-9]\p{Script=Han}/u)).toEqual([]);
  });

  test('has full-width punctuation and no space beside it', () => {
    expect(matching('zh-TW', /\p{Script=Han}[,.!?:;()]|[，。：；？、（）「」] | [，。：；？、（）「」]/u)).toEqual([]);
  });
});

describe('Simplified Chinese', () => {
  /** Traditional characters, and words of Taiwan that are others in mainland China. */
  const foreignTerms =
    /[們個這裡該請為與帳戶變錯誤號碼嘗試確認權檢應關閉開啟連結設備電話輸裝資訊]|登入|登出|使用者|应用程式|网路|密码金钥|讯息/u;
  const withoutTimes = (line: string) => !line.includes(formatRelativeTime('zh-CN', 3600));

  test('has no traditional character and no term of Taiwan', () => {
    expect(matching('zh-CN', foreignTerms)).toEqual([]);
  });

  test.each(['登入', '請輸入密碼', '使用者名称'])('the check refuses %s', planted => {
    expect(planted).toMatch(foreignTerms);
  });

  test('says 您', () => {
    expect(matching('zh-CN', /你/u)).toEqual([]);
  });

  // Times come from ICU, which sets no spaces in this language.
  test('separates Han from Latin letters and digits with a space', () => {
    expect(matching('zh-CN', /\p{Script=Han}[A-Za-z0-9+]|[A-Za-z0-9]\p{Script=Han}/u).filter(withoutTimes)).toEqual([]);
  });

  test('has full-width punctuation and no space beside it', () => {
    expect(matching('zh-CN', /\p{Script=Han}[,.!?:;()]|[，。：；？、（）“”] | [，。：；？、（）“”]|[「」"]/u)).toEqual(
      [],
    );
  });
});

describe('Japanese', () => {
  test('ends its sentences politely', () => {
    // です, ます and their past and negative forms, かっ(た), ください, ませんか.
    const sentencesOf = (line: string) => line.slice(line.indexOf(': ') + 2).match(/[^。]+。/gu) ?? [];
    const plain = matching('ja', /。/u)
      .flatMap(sentencesOf)
      .filter(one => !/(です|ます|ました|ません|ませんでした|ください|URL)。$/u.test(one));
    expect(plain).toEqual([]);
  });

  test('has full-width punctuation and no space between Japanese and Latin', () => {
    const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
    const spaced = new RegExp(`${japanese} ?[,.!?:;()]|${japanese} [A-Za-z]|[A-Za-z] ${japanese}|[、。：？（）] `, 'u');
    expect(matching('ja', spaced)).toEqual([]);
  });

  test('writes long vowels out as its products do', () => {
    expect(matching('ja', /(ユーザ|ブラウザ|プロバイダ|コネクタ|ヘッダ|パラメータ|フォルダ)(?!ー)/u)).toEqual([]);
  });
});

describe('German', () => {
  test('says Sie', () => {
    expect(matching('de', /(?<!\p{L})(du|dich|dir|dein\p{L}*|ihr|euch|euer\p{L}*)(?!\p{L})/u)).toEqual([]);
  });

  test('has its own quotation marks, and no line that begins with an ellipsis', () => {
    expect(matching('de', /["”«»]|“\p{L}|[^\u00a0]…/u)).toEqual([]);
  });

  test('has neither the French nor the typewriter’s spelling of its letters', () => {
    expect(matching('de', /\b(fuer|ueber|koennen|moechten|schliessen|gross)\b/i)).toEqual([]);
  });
});

describe('Spanish', () => {
  test('says usted', () => {
    expect(
      matching('es', /(?<!\p{L})(tú|ti|te|tu|tus|vuestr\p{L}*|os|vosotros|puedes|quieres|tienes)(?!\p{L})/iu),
    ).toEqual([]);
  });

  test('opens every question, and has its own quotation marks', () => {
    expect(
      matching('es', /\?/u).filter(line => (line.match(/¿/gu) ?? []).length !== (line.match(/\?/gu) ?? []).length),
    ).toEqual([]);
    expect(matching('es', /["“”]/u)).toEqual([]);
  });
});

describe('French', () => {
  /** A place where a line may end and must not; the colon of `https:` stands after an s. */
  const breakable = /[^\u00a0][;?»]|[^\u00a0s]:|«[^\u00a0]/u;

  test('keeps double punctuation and guillemets from the next line', () => {
    expect(matching('fr', breakable)).toEqual([]);
  });

  test.each(['Vraiment ?', 'Pourra :', '« ici\u00a0»', '«\u00a0ici »'])('the check refuses %j', planted => {
    expect(planted).toMatch(breakable);
  });

  test('says vous', () => {
    expect(matching('fr', /(?<!\p{L})(tu|toi|ton|tes|ta)(?!\p{L})/iu)).toEqual([]);
  });
});

describe('formatMessage', () => {
  test('answers a French request in French', () => {
    const locale = negotiateLocale('fr-FR,fr;q=0.9,en;q=0.5');
    expect(formatMessage(locale, 'errors.password_rejected.too_short', { min: 8 })).toBe(
      'Utilisez au moins 8 caractères.',
    );
    expect(formatMessage(locale, 'errors.user.same_password')).toBe(
      'C’est votre mot de passe actuel. Choisissez-en un autre.',
    );
  });

  test('counts as the language does', () => {
    const tooShort = (locale: Locale, min: number) =>
      formatMessage(locale, 'errors.password_rejected.too_short', { min });
    expect([tooShort('en', 1), tooShort('en', 2)]).toEqual(['Use at least 1 character.', 'Use at least 2 characters.']);
    expect([tooShort('fr', 1), tooShort('fr', 2)]).toEqual([
      'Utilisez au moins 1 caractère.',
      'Utilisez au moins 2 caractères.',
    ]);
    expect([tooShort('es', 1), tooShort('es', 2)]).toEqual([
      'Utilice al menos 1 carácter.',
      'Utilice al menos 2 caracteres.',
    ]);
    expect(tooShort('de', 1)).toBe('Verwenden Sie mindestens 1 Zeichen.');
    expect(tooShort('ja', 1)).toBe('1文字以上にしてください。');
    expect(tooShort('zh-CN', 1)).toBe('至少需要 1 个字符。');
    expect(tooShort('zh-TW', 1)).toBe('至少需要 1 個字元。');
  });

  test('names the part of a request, and the body when it does not know the part', () => {
    const part = (value: string) => formatMessage('en', 'errors.guard.invalid_input', { part: value });
    expect(part('query')).toBe('The query of the request isn’t valid. Correct it and try again.');
    expect(part('something else')).toBe('The body of the request isn’t valid. Correct it and try again.');
  });

  test('says when a pause ends, in words of the language', () => {
    const paused = (locale: Locale) =>
      formatMessage(locale, 'errors.session.verification_blocked_too_many_attempts', {
        relativeTime: formatRelativeTime(locale, 3600),
      });
    expect(paused('en')).toBe('Too many tries. For your safety, this way is paused. Try again in 60 minutes.');
    expect(paused('zh-TW')).toBe('嘗試次數過多。為了保護你的帳戶，此方式已暫停使用，請於 60 分鐘後再試。');
    expect(paused('zh-CN')).toBe('尝试次数过多。为保护您的账号，此方式已暂停使用，请在60分钟后再试。');
    expect(paused('ja')).toBe(
      '試行回数が多すぎます。安全のため、この方法は一時停止されています。60 分後にもう一度お試しください。',
    );
    expect(paused('de')).toBe(
      'Zu viele Versuche. Zu Ihrer Sicherheit ist dieser Weg vorübergehend gesperrt. Versuchen Sie es in 60 Minuten erneut.',
    );
    expect(paused('es')).toBe(
      'Demasiados intentos. Por su seguridad, este método está bloqueado temporalmente. Vuelva a intentarlo dentro de 60 minutos.',
    );
    expect(paused('fr')).toBe(
      'Trop de tentatives. Pour votre sécurité, ce moyen est suspendu. Réessayez dans 60 minutes.',
    );
  });

  test('leaves a value as it is: markup, places and quotes in it mean nothing', () => {
    for (const name of ['<img src=x onerror=alert(1)>', '{app}', "'{app}'", '#']) {
      expect(formatMessage('en', 'pages.signin.heading', { app: name })).toBe(`Sign in to ${name}`);
    }
  });

  test('reads a sentence as text, never as markup', () => {
    expect(compile('en', 'Use <b> for {what}').format({ what: 'bold' })).toBe('Use <b> for bold');
  });

  test('never throws: without a value comes the sentence as it stands, without a sentence its id', () => {
    expect(formatMessage('en', 'errors.password_rejected.too_short')).toBe(
      catalogues.en.errors['password_rejected.too_short'],
    );
    expect(formatMessage('fr', 'errors.gone' as MessageId)).toBe('errors.gone');
  });
});

describe('formatRelativeTime', () => {
  test.each([
    [0, 'in 0 seconds'],
    [1.2, 'in 2 seconds'],
    [89, 'in 89 seconds'],
    [90, 'in 2 minutes'],
    [3600, 'in 60 minutes'],
    [5400, 'in 2 hours'],
    [86_400, 'in 24 hours'],
    [172_801, 'in 3 days'],
  ])('%d seconds: %s', (seconds, expected) => {
    expect(formatRelativeTime('en', seconds)).toBe(expected);
  });
});

import type { Text } from '../../workflows/case/calendar.ts';
import { filledText } from '../../workflows/case/filled-text.ts';

/** What can be wrong with who somebody says he is: status and sentence. */
const IDENTITY_ERRORS = {
  'identity.tokenInvalid': [401, { zh: '访问令牌无效。请向身份服务重新申请令牌。', en: 'The bearer token is not valid. Ask the identity provider for a new one.' }],
  'identity.tokenExpired': [401, { zh: '访问令牌已过期。请向身份服务重新申请令牌。', en: 'The bearer token has expired. Ask the identity provider for a new one.' }],
  'identity.tokenIssuer': [401, { zh: '访问令牌不是由本系统信任的身份服务签发的。', en: 'The bearer token was issued by somebody else than the identity provider of this system.' }],
  'identity.tokenAudience': [401, { zh: '访问令牌不是为本系统签发的。申请令牌时请指定资源“{audience}”。', en: 'The bearer token is not meant for this system. Ask for one for the resource “{audience}”.' }],
  'identity.tokenPersonUnknown': [401, { zh: '令牌所属的“{person}”不在人员目录中。请先登记该系统或人员。', en: 'The token is of “{person}”, who is not in the directory. Have the system or person entered first.' }],
  'identity.csrf': [403, { zh: '页面已过期，请刷新后重试。', en: 'The page is out of date; reload it and try again.' }],
  'identity.attemptUnknown': [400, { zh: '此次登录不是在本浏览器发起的，或已超过十分钟。请重新登录。', en: 'This sign-in was not begun in this browser, or more than ten minutes ago. Sign in again.' }],
  'identity.refused': [400, { zh: '身份服务没有确认此次登录（{reason}）。请重新登录。', en: 'The identity provider did not confirm this sign-in ({reason}). Sign in again.' }],
  'identity.noIdNumber': [403, { zh: '身份服务没有提供您的身份证号码或统一社会信用代码，因此无法办理。请使用已实名认证的账号登录，或到综合窗口办理。', en: 'The identity provider does not tell your identity number or unified social credit code, without which nothing can be applied for. Sign in with an account whose identity was verified, or come to the window.' }],
  'identity.providerUnavailable': [503, { zh: '身份服务暂时没有应答，请稍后重试。', en: 'The identity provider does not answer at the moment; try again later.' }],
  'identity.publicUrl': [500, { zh: '对外地址“{url}”无效：应为 http 或 https 的源，例如 http://127.0.0.1:8080。', en: 'The public URL “{url}” is not valid: it is an http or https origin such as http://127.0.0.1:8080.' }],
  'identity.issuerInsecure': [500, { zh: 'OIDC_ISSUER“{issuer}”必须使用 https；只有本机的身份服务可以用 http。', en: 'OIDC_ISSUER “{issuer}” must be https; only a provider on this machine may use http.' }],
  'identity.clientMissing': [500, { zh: '已设置 OIDC_ISSUER，还须设置 OIDC_CLIENT_ID。', en: 'OIDC_ISSUER is set; OIDC_CLIENT_ID is needed too.' }],
  'identity.audienceIsClient': [500, { zh: 'OIDC_AUDIENCE 不能与 OIDC_CLIENT_ID 相同，否则登录用的 ID 令牌也会被当作访问令牌。', en: 'OIDC_AUDIENCE cannot be OIDC_CLIENT_ID: an ID token from a sign-in would pass as an access token.' }],
  'identity.developmentOnly': [500, { zh: '“{url}”不是本机地址，而内置的开发身份服务允许任何人以任何身份登录。请设置 OIDC_ISSUER；确需公开演示时设置 IDENTITY_DEVELOPMENT=yes。', en: '“{url}” is not on this machine, and the embedded development provider lets everybody sign in as anybody. Set OIDC_ISSUER; for a public demonstration set IDENTITY_DEVELOPMENT=yes.' }],
} as const satisfies Record<string, readonly [number, Text]>;

export type IdentityErrorCode = keyof typeof IDENTITY_ERRORS;

/** An error with a code, an HTTP status, and a sentence in both languages. */
export class IdentityError extends Error {
  readonly code: IdentityErrorCode;
  readonly status: number;
  readonly text: Text;

  constructor(code: IdentityErrorCode, params: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const [status, sentence] = IDENTITY_ERRORS[code];
    const text = filledText(sentence, params);
    super(`${text.zh} ${text.en}`, cause === undefined ? {} : { cause });
    this.name = 'IdentityError';
    this.code = code;
    this.status = status;
    this.text = text;
  }
}

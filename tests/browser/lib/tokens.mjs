// Signed tokens, right ones and every kind of wrong one.
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

const coded = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url'));

/** A new RSA key. By way of PEM: Node 20 now and then stands still when it exports a new key itself. */
export function makePair() {
  const { privateKey: pem } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const privateKey = createPrivateKey(pem);
  return { privateKey, publicKey: createPublicKey(pem) };
}

/** A key that a provider signs with. */
export function makeKey(kid) {
  const { privateKey, publicKey } = makePair();
  const common = { kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    privateKey,
    jwk: { ...privateKey.export({ format: 'jwk' }), ...common },
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...common },
  };
}

/** A token, right or forged in one of the ways that concern the signature. */
export function signed(key, header, claims, forge) {
  const token = (alg, kid, signature) => {
    const text = `${coded({ ...header, alg, kid })}.${coded(claims)}`;
    return `${text}.${signature(text)}`;
  };
  const rsa = ({ privateKey }) => (text) => sign('sha256', Buffer.from(text), privateKey).toString('base64url');
  const publicPem = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' });
  switch (forge) {
    case 'wrong-key': return token('RS256', key.kid, rsa(makeKey('other')));
    case 'unknown-key': return token('RS256', 'nobody', rsa(makeKey('other')));
    case 'none': return token('none', undefined, () => '');
    case 'none-with-kid': return token('none', key.kid, () => '');
    case 'unsigned': return token('RS256', key.kid, () => '');
    case 'rs512': return token('RS512', key.kid, (text) =>
      sign('sha512', Buffer.from(text), key.privateKey).toString('base64url'));
    case 'hs256': return token('HS256', key.kid, (text) =>
      createHmac('sha256', publicPem).update(text).digest('base64url'));
    default: return token('RS256', key.kid, rsa(key));
  }
}

const now = () => Math.floor(Date.now() / 1000);
const CLAIMS = {
  aud: () => ({ aud: 'somebody-else' }),
  'two-auds': (claims) => ({ aud: [claims.aud, 'somebody-else'] }),
  iss: () => ({ iss: 'https://idporten.example.org' }),
  azp: () => ({ azp: 'somebody-else' }),
  nonce: () => ({ nonce: 'another' }),
  'no-nonce': () => ({ nonce: undefined }),
  expired: () => ({ iat: now() - 300, exp: now() - 90 }),
  'from-the-future': () => ({ iat: now() + 300, exp: now() + 600 }),
  'from-yesterday': () => ({ iat: now() - 86_400 }),
  acr: () => ({ acr: 'idporten-loa-low' }),
  'no-acr': () => ({ acr: undefined }),
  'no-sub': () => ({ sub: undefined }),
  'pid-as-sub': (claims) => ({ sub: claims.pid }),
  'slow-clock': () => ({ iat: now() - 200, exp: now() - 30 }),
};

/** The token that the fault asks for, in place of a right one. */
export function forgeIdToken({ signing, fault }, token) {
  const [header, payload] = token.split('.').map((part, i) => (i < 2 ? decoded(part) : part));
  const changed = CLAIMS[fault.kind]?.(payload);
  return signed(signing, { typ: header.typ }, { ...payload, ...changed }, fault.kind);
}

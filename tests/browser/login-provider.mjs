// A real OpenID provider for tests, set up as ID-porten is: pushed requests, proof keys and signed
// client assertions required, pairwise subjects, the national id in the token. Faults on demand.
//
//   node login-provider.mjs
//
// Prints one line of JSON when it listens: {"port","key_pem","other_key_pem","pid"}. Then it reads
// commands, one line of JSON each, and answers each with one line:
//
//   {"cmd":"start","base":"http://…","auth":"private_key_jwt"}  the client and where it lives
//   {"cmd":"fault","kind":"slow","path":"/token"}  until the next one; without a kind, none
//   {"cmd":"rotate"}                               signs with a new key from now on
//   {"cmd":"forget_key"}                           no longer knows the client's first key
//   {"cmd":"seen"}                                 -> {"requests":[…],"claims":{…}}
//   {"cmd":"logout_token","claims":{…},"forge":"…"}  -> {"token"}
//
// It ends when its standard input closes, so that it never outlives the test that started it.
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Provider } from 'oidc-provider';
import { forgeIdToken, makeKey, makePair, signed } from './lib/tokens.mjs';

// Standard output is for answers; the provider has much to say of how it is set up.
console.info = console.error;
console.warn = console.error;

const CLIENT = 'innspill';
const SECRET = 'a secret of the tests: with/odd characters & 32 of them';
const LEVELS = ['idporten-loa-substantial', 'idporten-loa-high'];
// Synthetic, as in Skatteetaten's test data.
export const PID = '21883649874';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Starts a provider on a free port of loopback. */
export async function startProvider() {
  const keys = [makePair(), makePair()];
  const state = { keys, requests: [], claims: null, fault: null, signing: makeKey('one') };
  const server = createServer((request, response) => answer(state, request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  state.issuer = `http://127.0.0.1:${server.address().port}`;
  const pem = ({ privateKey }, type) => privateKey.export({ type, format: 'pem' });
  return {
    state,
    issuer: state.issuer,
    port: server.address().port,
    keyPem: pem(keys[0], 'pkcs8'),
    otherKeyPem: pem(keys[1], 'pkcs1'),
    start: (base, auth) => start(state, base, auth),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function start(state, base, auth = 'private_key_jwt') {
  Object.assign(state, { base, auth });
  const withKeys = auth === 'private_key_jwt';
  const jwk = ({ publicKey }, kid) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' });
  const ids = ['key-1', 'key-2'];
  const known = state.keys.map((key, i) => jwk(key, ids[i])).slice(state.forgot ? 1 : 0);
  const at = (path) => `${base}/oidc/prove/${path}`;
  const client = {
    client_id: CLIENT,
    token_endpoint_auth_method: auth,
    ...(withKeys
      ? { jwks: { keys: known }, token_endpoint_auth_signing_alg: 'RS256' }
      : { client_secret: SECRET }),
    redirect_uris: [at('svar')],
    post_logout_redirect_uris: [at('utlogget')],
    backchannel_logout_uri: at('utlogging'),
    backchannel_logout_session_required: true,
    subject_type: 'pairwise',
    response_types: ['code'],
    grant_types: ['authorization_code'],
  };
  state.provider = new Provider(state.issuer, configuration(state, client, withKeys));
  state.provider.use((ctx, next) => watch(state, ctx, next));
  state.callback = state.provider.callback();
}

function configuration(state, client, isStrict) {
  return {
    clients: [client],
    jwks: { keys: [state.signing.jwk] },
    cookies: { keys: ['a key for cookies'] },
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_, account, { clientId }) =>
      createHash('sha256').update(`${clientId} ${account}`).digest('base64url'),
    acrValues: LEVELS,
    claims: { openid: ['sub', 'pid', 'locale', 'roles', 'name', 'tid', 'oid'], acr: null, sid: null },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: isStrict, requirePushedAuthorizationRequests: isStrict },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askToLogOut },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, pid: id, locale: 'nb', name: 'Test Testesen', ...state.extra }),
    }),
    // Its own would refuse to call anyone on loopback.
    fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
    loadExistingGrant: async (ctx) => {
      const { client: { clientId }, session, provider: { Grant } } = ctx.oidc;
      const given = session.grantIdFor(clientId);
      if (given) return Grant.find(given);
      const grant = new Grant({ clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** The provider's own page would fetch a typeface from elsewhere. */
function askToLogOut(ctx, form) {
  ctx.body = `<!doctype html><html lang="nb"><title>Logg ut</title>${form}
    <button form="op.logoutForm" name="logout" value="yes">Logg ut</button>`;
}

/** Notes what is asked, and spoils the token when a fault says so. */
async function watch(state, ctx, next) {
  await next();
  if (!ctx.oidc) return;
  const { route, params } = ctx.oidc;
  state.requests.push({ route, params: { ...params }, status: ctx.status });
  if (route !== 'token' || !ctx.body?.id_token) return;
  state.claims = JSON.parse(Buffer.from(ctx.body.id_token.split('.')[1], 'base64url'));
  if (state.fault) ctx.body.id_token = forgeIdToken(state, ctx.body.id_token);
}

async function answer(state, request, response) {
  const { pathname } = new URL(request.url, state.issuer);
  const { kind, path } = state.fault ?? {};
  const fault = !path || pathname.startsWith(path) ? SPOILED[kind] : null;
  if (fault) return fault(response, state);
  const [, room, uid, deed] = pathname.split('/');
  if (room === 'favicon.ico') return response.writeHead(204).end();
  if (room === 'interaction') return interact(state, request, response, uid, deed);
  return state.callback(request, response);
}

const SPOILED = {
  slow: () => {},
  down: (response) => response.destroy(),
  500: (response) => response.writeHead(500).end('<h1>Internal Server Error</h1>'),
  html: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hei</h1>'),
  redirect: (response, { base }) => response.writeHead(302, { location: `${base}/` }).end(),
  huge: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"x":"${'x'.repeat(2_000_000)}"}`);
  },
  'wrong-jwks': (response) => {
    response.writeHead(200, { 'content-type': 'application/jwk-set+json' });
    response.end(JSON.stringify({ keys: [makeKey('one').publicJwk] }));
  },
};

/** The provider's login page: a national id and a level. */
async function interact({ provider }, request, response, uid, deed) {
  if (request.method === 'GET') {
    const { params } = await provider.interactionDetails(request, response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="${params.ui_locales ?? 'nb'}"><title>ID</title>
      <form method="post" action="/interaction/${uid}/login">
        <label>Fødselsnummer <input name="pid"></label>
        <select name="acr">${LEVELS.map((level) => `<option>${level}</option>`).join('')}</select>
        <button>Fortsett</button></form>
      <form method="post" action="/interaction/${uid}/cancel"><button>Avbryt</button></form>`);
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  const fields = new URLSearchParams(body);
  const result = deed === 'cancel'
    ? { error: 'access_denied', error_description: 'cancelled' }
    : { login: { accountId: fields.get('pid'), acr: fields.get('acr') ?? LEVELS[0], amr: ['TestID'] } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** A logout token with these claims, an absent one where a claim is null. */
function logoutToken(state, { claims, forge }) {
  const now = Math.floor(Date.now() / 1000);
  const all = {
    iss: state.issuer, aud: CLIENT, iat: now, exp: now + 120, jti: `${Math.random()}`,
    sid: state.claims?.sid, events: { [LOGOUT_EVENT]: {} }, ...claims,
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  return signed(state.signing, { typ: 'logout+jwt' }, kept, forge);
}

const COMMANDS = {
  start: (state, { base, auth, extra }) => {
    state.extra = extra;
    start(state, base, auth);
  },
  fault: (state, { kind, path }) => {
    state.fault = kind ? { kind, path } : null;
  },
  rotate: (state) => {
    state.signing = makeKey('two');
    start(state, state.base, state.auth);
  },
  forget_key: (state) => {
    state.forgot = true;
    start(state, state.base, state.auth);
  },
  seen: ({ requests, claims }) => ({ requests, claims }),
  logout_token: (state, command) => ({ token: logoutToken(state, command) }),
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { state, port, keyPem, otherKeyPem } = await startProvider();
  const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  say({ port, key_pem: keyPem, other_key_pem: otherKeyPem, pid: PID, secret: SECRET });
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    try {
      const command = JSON.parse(line);
      say(COMMANDS[command.cmd](state, command) ?? { ok: true });
    } catch (error) {
      say({ error: error.stack });
    }
  });
  lines.on('close', () => process.exit());
}

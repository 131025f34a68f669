// A provider of node-oidc-provider, whose default paths the service has too, under the service's prefix.
import http from 'node:http';
import { Provider } from 'oidc-provider';

export const redirectUri = 'https://app.example.com/callback';
export const secret = '0123456789abcdef0123456789abcdef';

/** Starts a provider with one application for each signing algorithm and authentication method. */
export async function serve() {
    const server = http.createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `http://127.0.0.1:${server.address().port}`;
    const applications = ['RS256', 'HS256'].flatMap((algorithm) =>
        ['client_secret_post', 'client_secret_basic', 'none']
            // Without a secret there is no key for HS256.
            .filter((method) => algorithm === 'RS256' || method !== 'none')
            .map((method) => ({ id: `${algorithm}-${method}`, algorithm, method })));
    const provider = new Provider(`${host}/oidc`, {
        clients: applications.map(({ id, algorithm, method }) => ({
            client_id: id,
            ...(method === 'none' ? {} : { client_secret: secret }),
            token_endpoint_auth_method: method,
            id_token_signed_response_alg: algorithm,
            redirect_uris: [redirectUri],
            post_logout_redirect_uris: ['https://app.example.com/signed-out'],
            grant_types: ['authorization_code', 'refresh_token', ...(method === 'none' ? [] : ['client_credentials'])],
        })),
        routes: {
            authorization: '/auth', token: '/token', introspection: '/token/introspection', revocation: '/token/revocation',
            userinfo: '/me', end_session: '/session/end', jwks: '/.well-known/jwks.json',
        },
        cookies: { keys: ['cookie-key'] },
        enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
        claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
        scopes: ['openid', 'offline_access', 'profile', 'email', 'book:read'],
        conformIdTokenClaims: false,
        findAccount: (ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId, name: 'Ada', email: 'ada@example.com' }) }),
        interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
        features: {
            devInteractions: { enabled: false },
            clientCredentials: { enabled: true },
            introspection: { enabled: true },
            revocation: { enabled: true },
        },
    });
    const callback = provider.callback();
    server.on('request', async (request, response) => {
        if (request.url.startsWith('/interaction/')) {
            await finish(provider, request, response);
        } else if (request.url.startsWith('/oidc/')) {
            // As an Express application would mount it.
            request.originalUrl = request.url;
            request.baseUrl = '/oidc';
            request.url = request.url.slice('/oidc'.length);
            callback(request, response);
        } else {
            response.writeHead(404).end();
        }
    });
    return { host, applications, close: () => server.close() };
}

/** What a user does on the sign-in page and on the consent page. */
async function finish(provider, request, response) {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: 'user-1' } }, { mergeWithLastSubmission: false });
        return;
    }

    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

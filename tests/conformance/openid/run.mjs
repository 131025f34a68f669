#!/usr/bin/env node
// Signs in at the embedded tenant with openid-client, a certified client for Node. See ../README.md.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const redirectUri = 'https://app.example.com/callback';

if (!fs.existsSync(path.join(here, 'node_modules', 'openid-client'))) {
    await run('npm', ['ci', '--no-audit', '--no-fund']);
}

const client = await import('openid-client');
await run('dotnet', ['build', path.join(here, 'tenant'), '-v', 'quiet', '--nologo']);
const tenant = spawn('dotnet', ['run', '--no-build', '--project', path.join(here, 'tenant')], { stdio: ['pipe', 'pipe', 'inherit'] });
const [line] = await readline.createInterface(tenant.stdout)[Symbol.asyncIterator]().next().then(({ value }) => [value]);
let failures = 0;
for (const setting of JSON.parse(line)) {
    const name = `${setting.algorithm} ${setting.method}`;
    try {
        await check(setting);
        console.log(`${name}: passed`);
    } catch (error) {
        failures++;
        console.error(`${name}: FAILED`, error);
    }
}

tenant.stdin.end();
console.log(`${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;

async function check(setting) {
    const authentication = { client_secret_post: client.ClientSecretPost, client_secret_basic: client.ClientSecretBasic, none: client.None }[setting.method](setting.clientSecret);
    const config = await client.discovery(
        new URL(setting.issuer), setting.clientId, { client_secret: setting.clientSecret, id_token_signed_response_alg: setting.algorithm }, authentication,
        { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks].slice(0, setting.algorithm === 'RS256' ? 2 : 1) });

    // The code flow, with consent on the page.
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri, scope: 'openid profile email offline_access', prompt: 'consent', max_age: '600', state, nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    const callback = await signIn(address);
    const tokens = await client.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 600, idTokenExpected: true });
    assert.equal(tokens.claims().sub, 'user-1');
    assert.equal(tokens.claims().email, 'ada@example.com');

    // Again with the same code.
    await assert.rejects(
        client.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 600 }), { error: 'invalid_grant' });

    const second = await client.authorizationCodeGrant(config, await signIn(address), { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 600 });
    const user = await client.fetchUserInfo(config, second.access_token, 'user-1');
    assert.equal(user.name, 'Ada');

    const refreshed = await client.refreshTokenGrant(config, second.refresh_token);
    assert.notEqual(refreshed.refresh_token, second.refresh_token);
    assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).sub, 'user-1');
    await client.tokenRevocation(config, refreshed.refresh_token);
    assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, false);
    await assert.rejects(client.fetchUserInfo(config, refreshed.access_token, 'user-1'));

    if (setting.algorithm === 'RS256') {
        const machine = await client.discovery(new URL(setting.issuer), setting.machine.Id, undefined, client.ClientSecretPost(setting.machine.Secret), { execute: [client.allowInsecureRequests] });
        const granted = await client.clientCredentialsGrant(machine, { scope: 'book:read book:write' });
        assert.deepEqual([granted.scope, granted.rejected_scope], ['book:read', 'book:write']);
    }

    const logout = await fetch(client.buildEndSessionUrl(config, { post_logout_redirect_uri: 'https://app.example.com/', id_token_hint: second.id_token, state: 'after' }), { redirect: 'manual' });
    assert.equal(logout.headers.get('location'), 'https://app.example.com/?state=after');
}

/** What a browser does: it opens the address, fills in the form, consents, and comes back. */
async function signIn(address) {
    const cookies = new Map();
    let [next, body] = [new URL(address), undefined];
    for (let count = 0; count < 12; count++) {
        const response = await fetch(next, { method: body ? 'POST' : 'GET', body, redirect: 'manual', headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') } });
        for (const cookie of response.headers.getSetCookie()) {
            cookies.set(...cookie.split(';')[0].split(/=(.*)/s, 2));
        }

        const location = response.headers.get('location');
        if (location?.startsWith(redirectUri)) {
            return new URL(location);
        }

        if (location) {
            [next, body] = [new URL(location, next), undefined];
            continue;
        }

        const page = await response.text();
        const action = /<form method="post" action="([^"]*)"/.exec(page)?.[1];
        assert.ok(action, page);
        [next, body] = [new URL(action, next), new URLSearchParams(action.endsWith('/login') ? { account: 'ada', password: 'secret' } : {})];
    }

    throw new Error('The pages do not lead back to the application.');
}

function run(command, parameters) {
    const child = spawn(command, parameters, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
    return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} failed.`)))));
}

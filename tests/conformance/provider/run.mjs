#!/usr/bin/env node
// Signs in with GenAuth.OpenIdConnect at a provider of another make. See ../README.md.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
if (!fs.existsSync(path.join(here, 'node_modules', 'oidc-provider'))) {
    await run('npm', ['ci', '--no-audit', '--no-fund']);
}

const { serve, secret } = await import('./server.mjs');
const { host, applications, close } = await serve();
const cases = applications.map(({ id, algorithm, method }) => [id, algorithm, method, method === 'none' ? '' : secret].join(','));
process.exitCode = await run('dotnet', ['run', '--project', path.join(here, 'client'), '--', host, ...cases]);
close();

function run(command, parameters) {
    const child = spawn(command, parameters, { cwd: here, stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32' });
    return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)));
}

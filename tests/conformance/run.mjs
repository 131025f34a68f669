#!/usr/bin/env node
// Runs the conformance test. See README.md beside this file.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
// The build's own property, which MSBuild takes from the environment as well: another document makes another client.
const documentPath = process.env.GenAuthOpenApi ?? path.join(here, '..', '..', 'openapi', 'genauth-v3.json');
const accessKey = { id: '6343b5a1c0ffee0000000001', secret: 'conformance-secret-+/=' };

const tasks = { undefined: 'calls', '--self-check': 'self-check' };
const task = tasks[process.argv[2]];
if (!task || process.argv.length > 3) {
    console.error('Usage: node tests/conformance/run.mjs [--self-check]');
    process.exit(2);
}

if (!isInstalled()) {
    await run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
}

const { readDocument } = await import('./stub/document.mjs');
const { serve } = await import('./stub/server.mjs');
const stub = await serve(readDocument(documentPath), accessKey);
process.exitCode = await run('dotnet', ['run', '--project', path.join(here, 'client'), '--', stub.address, documentPath, task]);
stub.close();

// npm leaves a copy of the lock file in what it installs.
function isInstalled() {
    const packages = (file) => fs.existsSync(file) && JSON.stringify(Object.entries(JSON.parse(fs.readFileSync(file)).packages)
        .filter(([name]) => name !== '')
        .map(([name, { version, integrity }]) => [name, version, integrity])
        .sort());
    return packages(path.join(here, 'package-lock.json')) === packages(path.join(here, 'node_modules', '.package-lock.json'));
}

function run(command, parameters, options) {
    const child = spawn(command, parameters, { cwd: here, stdio: 'inherit', ...options });
    return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)));
}

#!/usr/bin/env node
// Opens the API explorer in a real browser. See README.md beside this file.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'genauth-explorer-'));
const problems = [];

const made = spawnSync('dotnet', ['run', '--project', path.join(root, 'generator', 'maintain'), '--', 'explorer',
    '--document', path.join(root, 'openapi', 'genauth-v3.json'), '--output', path.join(folder, 'page')], { stdio: 'inherit' });
if (made.status !== 0) {
    process.exit(made.status ?? 1);
}

const browser = await Browser.start(folder);
try {
    await browser.open(pathToFileURL(path.join(folder, 'page', 'index.html')).href);
    await browser.until('the page is there', `document.querySelector('#explorer[data-ready]') !== null`);
    expect('no operation is unfolded at first', await browser.value(`document.querySelectorAll('.opblock').length`), 0);

    await browser.type('.operation-filter-input', 'getAlipayAuthInfo');
    await browser.until('one operation is found', `document.querySelectorAll('.opblock').length === 1`);
    expect('its path', await browser.value(`document.querySelector('.opblock-summary-path').dataset.path`), '/api/v3/get-alipay-authinfo');

    await browser.value(`document.querySelector('.opblock-summary-control').click()`);
    await browser.until('the type of its response is shown', `document.querySelector('.opblock .model')?.innerText.includes('GetAlipayAuthInfoRespDto')`);
    const text = await browser.value(`document.querySelector('.opblock').innerText`);
    for (const word of ['extIdpConnidentifier', 'wework', 'statusCode', 'requestId', 'authInfo']) {
        expect(`${word} is shown`, text.includes(word), true);
    }

    await browser.type('.operation-filter-input', 'nobody would call it that');
    await browser.until('nothing is found', `document.querySelectorAll('.opblock').length === 0`);

    const foreign = browser.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'));
    expect('requests to elsewhere', foreign.join(' '), '');
    expect('errors of the page', browser.errors.join('\n'), '');
    console.log(`${browser.requests.length} files read, ${problems.length} problems`);
} catch (error) {
    problems.push(error.message);
} finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
}

problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length === 0 ? 0 : 1;

function expect(what, actual, expected) {
    if (actual !== expected) {
        problems.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
    }
}

#!/usr/bin/env node
// Compares what `maintain diff` finds with what optic finds. See ../README.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findings } from './optic.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..', '..');
const documents = path.join(root, 'tests', 'GenAuth.BuildTests', 'documents');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'genauth-diff-check-'));
const [old, current] = process.argv.length === 4 ? process.argv.slice(2).map((file) => path.resolve(file)) : ['old', 'new'].map(planted);
if (!fs.existsSync(path.join(here, 'node_modules', '.package-lock.json'))) {
    run('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

const theirs = findings(run(process.execPath, [path.join(here, 'node_modules', '@useoptic', 'optic', 'build', 'index.js'), 'diff', old, current,
    '--check', '--standard', 'optic.dev.yml', '--validation', 'loose'], { env: { ...process.env, OPTIC_TELEMETRY_LEVEL: 'off' } }).stdout);
const report = run('dotnet', ['run', '--project', path.join(root, 'generator', 'maintain'), '--', 'diff', old, current, '--no-names', '--format', 'json', '--fail-on', 'never']);
const ours = JSON.parse(report.stdout.slice(report.stdout.indexOf('{'))).changes;
fs.rmSync(folder, { recursive: true });

// A finding counts as found when we say of the same thing, or of the operation as a whole, that it is more than compatible.
let missed = 0;
console.log('| operation | optic | of | diff | who notices |\n|---|---|---|---|---|');
for (const { operation, rule, subject } of theirs) {
    const weighty = ours.filter(({ severity }) => severity === 'breaking' || severity === 'behaviour');
    const found = weighty.find(({ wire }) => subject && (wire === `${operation} ?${subject}` || wire.endsWith(`.${subject}`)))
        ?? weighty.find(({ wire, what }) => wire === operation || wire.startsWith(`${operation} `) || what.endsWith(` ${operation}`));
    missed += found ? 0 : 1;
    const notice = found && [found.source !== 'none' && `source (${found.source})`, found.binary && 'binary', found.behaviour && 'behaviour'].filter(Boolean).join(', ');
    console.log(`| ${operation} | ${rule} | ${subject ?? ''} | ${found?.rule ?? '**missed**'} | ${notice ?? ''} |`);
}

const counted = ours.filter(({ severity }) => severity === 'breaking').length;
console.log(`\noptic: ${theirs.length} findings, ${missed} of them missed by diff. diff: ${counted} breaking, ${ours.length} in all.`);
process.exitCode = theirs.length === 0 || missed ? 1 : 0;

function planted(side) {
    const document = JSON.parse(fs.readFileSync(path.join(documents, 'small.json')));
    const plants = JSON.parse(fs.readFileSync(path.join(documents, 'diff', `${side}.json`)));
    Object.assign(document.paths, plants.paths);
    Object.assign(document.components.schemas, plants.schemas);
    const file = path.join(folder, `${side}.json`);
    fs.writeFileSync(file, JSON.stringify(document));
    return file;
}

function run(command, parameters, options) {
    const result = spawnSync(command, parameters, { cwd: here, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
    // The other tool ends with 1 when it has found something.
    if (result.error || result.status === null || result.status > (parameters.includes('--check') ? 1 : 0)) {
        throw result.error ?? new Error(`${command} ended with code ${result.status}: ${result.stderr || result.stdout}`);
    }

    return result;
}

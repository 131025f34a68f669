// A headless Chromium, spoken to over its DevTools pipe: nothing has to be installed for it.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const patience = 120_000;

export class Browser {
    requests = [];
    errors = [];
    #child;
    #session;
    #last = 0;
    #waiting = new Map();

    static async start(folder) {
        const command = names.find((name) => spawnSync(name, ['--version']).status === 0);
        if (!command) {
            console.error('There is no Chromium. Install it, or name it in the environment variable CHROMIUM.');
            process.exit(2);
        }

        const browser = new Browser();
        // No host has an address, so whatever would leave the machine fails and is seen.
        browser.#child = spawn(command, ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--host-resolver-rules=MAP * ~NOTFOUND',
            `--user-data-dir=${path.join(folder, 'profile')}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
        browser.#listen();
        const { targetInfos } = await browser.#send('Target.getTargets');
        const { targetId } = targetInfos.find((target) => target.type === 'page');
        browser.#session = (await browser.#send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
        for (const domain of ['Network', 'Runtime', 'Page', 'Log']) {
            await browser.#send(`${domain}.enable`);
        }

        return browser;
    }

    open = (url) => this.#send('Page.navigate', { url });

    async value(expression) {
        const { result, exceptionDetails } = await this.#send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
        if (exceptionDetails) {
            throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
        }

        return result.value;
    }

    async until(what, condition) {
        for (const end = Date.now() + patience; !await this.value(condition);) {
            if (Date.now() > end) {
                throw new Error(`It did not happen that ${what}.`);
            }

            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }

    async type(selector, text) {
        await this.value(`{ const input = document.querySelector(${JSON.stringify(selector)}); input.focus(); input.select(); }`);
        await this.#send('Input.insertText', { text });
    }

    async close() {
        const gone = new Promise((resolve) => this.#child.on('exit', resolve));
        await this.#send('Browser.close', {}, undefined);
        await gone;
    }

    #send(method, parameters = {}, sessionId = this.#session) {
        const id = ++this.#last;
        this.#child.stdio[3].write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
        return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    }

    #listen() {
        let text = '';
        this.#child.stdio[4].setEncoding('utf8').on('data', (part) => {
            const messages = (text + part).split('\0');
            text = messages.pop();
            messages.forEach((message) => this.#receive(JSON.parse(message)));
        });
    }

    #receive({ id, method, params, result, error }) {
        if (id) {
            const { resolve, reject } = this.#waiting.get(id);
            this.#waiting.delete(id);
            error ? reject(new Error(error.message)) : resolve(result);
        } else if (method === 'Network.requestWillBeSent') {
            this.requests.push(params.request.url);
        } else if (method === 'Runtime.exceptionThrown') {
            this.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
        } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
            this.errors.push(`${params.entry.text} ${params.entry.url ?? ''}`);
        }
    }
}

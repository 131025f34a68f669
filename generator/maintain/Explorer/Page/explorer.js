'use strict';

// Swagger UI searches tags and paths only, and leaves the matching tags collapsed.
const shortest = 3;

function phraseOf(filter) {
    return typeof filter === 'string' && filter !== 'true' ? filter.trim().toLowerCase() : '';
}

function textOf(operation) {
    const about = operation.get('operation');
    return [operation.get('path'), about.get('operationId'), about.get('x-csharp-name'), about.get('summary')].join(' ').toLowerCase();
}

function search() {
    return {
        fn: {
            opsFilter: (tags, filter) => {
                const words = phraseOf(filter).split(/\s+/);
                return tags
                    .map((tag, name) => tag.update('operations', (operations) => operations.filter((operation) => {
                        const text = `${name.toLowerCase()} ${textOf(operation)}`;
                        return words.every((word) => text.includes(word));
                    })))
                    .filter((tag) => tag.get('operations').size > 0);
            },
        },
        statePlugins: {
            layout: {
                wrapSelectors: {
                    // The original selector is already bound to the state.
                    isShown: (original, system) => (state, thing, otherwise) => original(
                        thing,
                        otherwise || ([].concat(thing)[0] === 'operations-tag' && phraseOf(system.layoutSelectors.currentFilter()).length >= shortest)),
                },
            },
        },
    };
}

const explorer = document.getElementById('explorer');

new MutationObserver((_, observer) => {
    const input = explorer.querySelector('.operation-filter-input');
    if (input) {
        observer.disconnect();
        input.placeholder = 'Search, for example getAlipayAuthInfo, department or /api/v3/get-user';
        explorer.setAttribute('data-ready', '');
    }
}).observe(explorer, { childList: true, subtree: true });

SwaggerUIBundle({
    spec: JSON.parse(document.getElementById('document').textContent),
    domNode: explorer,
    plugins: [search],
    filter: true,
    deepLinking: true,
    displayOperationId: true,
    docExpansion: 'none',
    defaultModelRendering: 'model',
    defaultModelExpandDepth: 2,
    // The list of all types is slower than the rest of the page; operations show their own types.
    defaultModelsExpandDepth: -1,
    // Requests are disabled: the service does not accept them from a page opened as a file.
    supportedSubmitMethods: [],
    validatorUrl: null,
});

'use strict';

// Swagger UI looks for what is typed in tags and paths only, and leaves the tags it found closed.
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
                    // The original is bound to the state already.
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
    // The list of all types is slower than everything else together; an operation shows its own.
    defaultModelsExpandDepth: -1,
    // It is for reading: the service answers no page that was opened from a disk.
    supportedSubmitMethods: [],
    validatorUrl: null,
});

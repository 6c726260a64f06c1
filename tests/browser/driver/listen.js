// Put into the page by the test server where the engine has no ear of its own (WebKit).
'use strict';
globalThis.heard = { errors: [], requests: [location.href] };
addEventListener('error', (event) => heard.errors.push(event.message ?? `could not load ${event.target?.src ?? event.target?.href}`), true);
addEventListener('unhandledrejection', (event) => heard.errors.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => heard.errors.push(`refused by the policy: ${event.blockedURI} (${event.violatedDirective})`));
{
    const { error } = console;
    console.error = (...words) => {
        heard.errors.push(words.map(String).join(' '));
        error.apply(console, words);
    };
}

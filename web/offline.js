// Starts the service worker (service-worker.js), once the app is there, and says quietly when a newer
// version is ready for the next start.

'use strict';

{
    // The page's rules take script addresses only from a policy; this one knows a single script.
    const policy = { createScriptURL: () => 'service-worker.js' };
    const trusted = globalThis.trustedTypes?.createPolicy('kith-service-worker', policy) ?? policy;

    async function start() {
        kith.whole.then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage('keep the rest'));
        const registration = await navigator.serviceWorker.register(trusted.createScriptURL(''), { scope: './' });
        const announce = () => {
            // Without a controller this is the first visit, and there is nothing new about it.
            if (registration.waiting && navigator.serviceWorker.controller) kith.notice('updated');
        };
        announce();
        registration.addEventListener('updatefound', () => {
            registration.installing?.addEventListener('statechange', announce);
        });
        document.getElementById('start-updated').onclick = () => {
            navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
            registration.waiting?.postMessage('start now');
        };
    }

    if (navigator.serviceWorker && globalThis.isSecureContext) kith.ready.then(start)
        .catch((error) => kith.log('offline', 'not without a network', error));
}

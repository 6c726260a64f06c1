// What the monkey asks of the page; each function is sent there as text.

/** Ahead of the page's own scripts: its memory can be asked for, and its picture be lost. */
export function listenToMemory() {
    const { instantiate, instantiateStreaming } = WebAssembly;
    const heard = (result) => {
        for (const part of Object.values((result.instance ?? result).exports)) if (part instanceof WebAssembly.Memory) globalThis.programMemory = part;
        return result;
    };
    WebAssembly.instantiate = (...given) => instantiate.apply(WebAssembly, given).then(heard);
    if (instantiateStreaming) WebAssembly.instantiateStreaming = (...given) => instantiateStreaming.apply(WebAssembly, given).then(heard);
}

/** After two frames: { stopped: the page in the place of Kith, if any, place, nodes: what can be pressed, width, height }. */
export async function look() {
    const drawn = new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    await Promise.race([drawn, new Promise((resolve) => { setTimeout(resolve, 5000); })]);
    const roles = ['button', 'link', 'tab', 'row', 'checkbox', 'switch', 'radio', 'option', 'menuitem', 'menuitemcheckbox', 'textbox',
        'searchbox', 'combobox', 'columnheader', 'gridcell', 'listitem', 'treeitem', 'slider', 'spinbutton'];
    const typing = document.activeElement;
    const modal = [...document.querySelectorAll('[aria-modal="true"]')].filter((dialog) => !dialog.closest('[hidden]')).pop();
    const nodes = [];
    for (const element of (modal ?? document.getElementById('mirror')).querySelectorAll('*')) {
        const tag = element.localName;
        const role = element.getAttribute('role') ?? (tag === 'input' || tag === 'textarea' ? 'textbox' : tag === 'a' ? 'link' : tag);
        if (!roles.includes(role)) continue;
        const box = element.getBoundingClientRect();
        const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        if (box.right - box.left < 4 || box.bottom - box.top < 4 || x < 1 || y < 1 || x > innerWidth || y > innerHeight) continue;
        nodes.push({ role, name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60), x, y });
    }
    return {
        stopped: [...document.querySelectorAll('main.page')].find((page) => !page.hidden)?.id ?? '',
        place: location.hash, nodes, width: innerWidth, height: innerHeight,
        isModal: Boolean(modal), isTyped: ['input', 'textarea'].includes(typing?.localName) && !typing.readOnly,
    };
}

/** Loses the picture and brings it back. */
export async function losePicture() {
    const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    extension.loseContext();
    await new Promise((resolve) => { setTimeout(resolve, 150); });
    extension.restoreContext();
    await new Promise((resolve) => { setTimeout(resolve, 150); });
}

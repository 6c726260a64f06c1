// A canvas that answers the mouse, a mirror of what is on it, one text field, and something kept.
'use strict';
const canvas = document.getElementById('canvas');
const mirror = document.getElementById('mirror');
const gl = canvas.getContext('webgl2');
const seen = globalThis.seen = { webgl: !!gl, wheel: 0, keys: [], files: [], clicks: 0 };
let name = '', saved = 0, scrolled = 0;

const nodes = [
    { id: 'n1', tag: 'h1', name: 'People', box: [24, 24, 200, 32] },
    { id: 'n2', role: 'button', name: 'Add', box: [24, 80, 100, 36], press: () => { save(saved + 1); } },
    { id: 'n3', tag: 'input', name: 'Name', box: [24, 140, 200, 36], press: edit },
    { id: 'n4', role: 'status', name: '', box: [24, 200, 200, 20] },
    { id: 'n5', role: 'button', name: 'Far below', box: [24, 3000, 100, 36], press: () => { seen.clicks++; } },
];

function draw() {
    if (gl) {
        gl.clearColor(0.14, 0.41, 0.36, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
    }
    for (const node of nodes) {
        let element = document.getElementById(node.id);
        if (!element) {
            element = document.createElement(node.tag ?? 'div');
            element.id = node.id;
            if (node.role) element.setAttribute('role', node.role);
            mirror.append(element);
        }
        if (node.tag === 'input') element.setAttribute('aria-label', node.name);
        else element.textContent = node.id === 'n4' ? `${saved} saved, ${name}` : node.name;
        const [left, top, width, height] = node.box;
        const shown = top - scrolled < innerHeight;
        Object.assign(element.style, { left: `${left}px`, top: `${shown ? top - scrolled : 0}px`, width: shown ? `${width}px` : 0, height: shown ? `${height}px` : 0 });
    }
}

function edit() {
    const field = document.getElementById('n3');
    field.classList.add('editing');
    field.focus();
}

const request = indexedDB.open('sample', 1);
request.onupgradeneeded = () => request.result.createObjectStore('kept');
request.onsuccess = () => {
    const get = request.result.transaction('kept').objectStore('kept').get('saved');
    get.onsuccess = () => {
        saved = get.result ?? 0;
        draw();
    };
};
function save(count) {
    const work = request.result.transaction('kept', 'readwrite');
    work.objectStore('kept').put(count, 'saved');
    work.oncomplete = () => {
        saved = count;
        draw();
    };
}

mirror.addEventListener('input', (event) => {
    name = event.target.value;
    draw();
});
canvas.addEventListener('pointerup', (event) => {
    if (event.button) return;
    for (const { press, box: [left, top, width, height] } of nodes)
        if (press && event.clientX >= left && event.clientX < left + width && event.clientY >= top - scrolled && event.clientY < top - scrolled + height) press();
});
canvas.addEventListener('wheel', (event) => {
    scrolled = Math.max(0, Math.min(2600, scrolled + event.deltaY));
    draw();
}, { passive: true });
addEventListener('keydown', (event) => seen.keys.push(`${event.ctrlKey ? 'Control+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`));
addEventListener('dragover', (event) => event.preventDefault());
async function take(files) { for (const file of files) seen.files.push(`${file.name}: ${await file.text()}`); }
addEventListener('drop', (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
});
document.getElementById('picker').addEventListener('change', (event) => take([...event.target.files]));

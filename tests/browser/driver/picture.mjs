// Reads the pictures that browsers give (PNG, 8 bits, not interlaced), to ask for single pixels.

import { inflateSync } from 'node:zlib';

/** { width, height, at(x, y) → [r, g, b] } */
export function decode(png) {
    const width = png.readUInt32BE(16), height = png.readUInt32BE(20);
    const channels = { 2: 3, 6: 4 }[png[25]];
    if (png[24] !== 8 || !channels || png[28]) throw new Error('a PNG of a kind that is not expected');
    const parts = [];
    for (let at = 8; at < png.length;) {
        const length = png.readUInt32BE(at);
        if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
        at += 12 + length;
    }
    const raw = inflateSync(Buffer.concat(parts));
    const stride = width * channels;
    const pixels = Buffer.alloc(stride * height);
    for (let y = 0; y < height; ++y) {
        const filter = raw[y * (stride + 1)];
        for (let x = 0; x < stride; ++x) {
            const at = y * stride + x;
            const left = x >= channels ? pixels[at - channels] : 0;
            const up = y ? pixels[at - stride] : 0;
            const corner = x >= channels && y ? pixels[at - stride - channels] : 0;
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            pixels[at] = raw[y * (stride + 1) + 1 + x] + guess;
        }
    }
    return { width, height, at: (x, y) => [...pixels.subarray((y * width + x) * channels, (y * width + x) * channels + 3)] };
}

function paeth(left, up, corner) {
    const guess = left + up - corner;
    const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
    return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** How many of a grid of sampled pixels differ clearly between two pictures, from 0 to 1. */
export function difference(one, other, step = 3) {
    if (one.width !== other.width || one.height !== other.height) return 1;
    let differing = 0, all = 0;
    for (let y = 0; y < one.height; y += step)
        for (let x = 0; x < one.width; x += step, ++all) {
            const here = one.at(x, y), there = other.at(x, y);
            if (here.some((value, i) => Math.abs(value - there[i]) > 24)) ++differing;
        }
    return differing / all;
}

/** "#RRGGBB" */
export const hex = (pixel) => `#${pixel.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

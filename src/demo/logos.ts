/** The demo's own glyphs: plain geometry on a 24-unit grid. */
const GLYPHS = {
  terminal: '<path d="M5 8l4 4-4 4M12 16h7"/>',
  brackets: '<path d="M8 5H5v14h3M16 5h3v14h-3"/><circle cx="12" cy="12" r="2"/>',
  chip: '<rect x="7" y="7" width="10" height="10" rx="2"/><path d="M10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4"/>',
  hexagons:
    '<path d="M12 3l4 2.3v4.6L12 12 8 9.9V5.3zM7 12.5l4 2.3v4.6L7 21.7l-4-2.3v-4.6zM17 12.5l4 2.3v4.6l-4 2.3-4-2.3v-4.6z"/>',
  orbit:
    '<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="8"/><circle cx="18" cy="7" r="1.5"/>',
  stairs: '<path d="M4 20v-5h5v-5h5V5h6"/>',
  mesh: '<path d="M6 6l12 12M18 6L6 18M6 6h12v12H6z"/>',
  waves: '<path d="M3 8c3-3 6 3 9 0s6-3 9 0M3 16c3-3 6 3 9 0s6-3 9 0"/>',
  branch:
    '<circle cx="6" cy="12" r="2"/><circle cx="18" cy="6" r="2"/><circle cx="18" cy="18" r="2"/><path d="M8 12h3l5-5M11 12l5 5"/>',
  cylinder:
    '<ellipse cx="12" cy="6" rx="7" ry="3"/><path d="M5 6v12c0 4 14 4 14 0V6M5 12c0 4 14 4 14 0"/>',
  drawers: '<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 12h16M10 8h4M10 16h4"/>',
  rings: '<circle cx="9" cy="12" r="5"/><circle cx="15" cy="12" r="5"/>',
} as const;

export type Glyph = keyof typeof GLYPHS;

/** Hues in degrees, one per family of packs. */
const HUES = { os: 24, k8s: 222, cni: 168, csi: 288 } as const;

/** A small square logo as an image `data:` URL. */
export function logo(family: keyof typeof HUES, glyph: Glyph): string {
  const hue = HUES[family];
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="1.6" ' +
    'stroke-linecap="round" stroke-linejoin="round">' +
    `<rect width="24" height="24" rx="5" fill="hsl(${hue} 60% 92%)"/>` +
    `<g stroke="hsl(${hue} 65% 34%)">${GLYPHS[glyph]}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

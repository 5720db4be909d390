import { useState, type RefObject } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { ColorScheme } from '../ProfileBuilderProvider/BuilderContext';

/** Light or dark: as the host says, or with `auto` as the CSS `color-scheme` around the element. */
export function useColorScheme(
  root: RefObject<HTMLElement | null>,
  wanted: ColorScheme,
): 'light' | 'dark' {
  const [around, setAround] = useState<'light' | 'dark'>('light');
  useIsoLayoutEffect(() => {
    const parent = root.current?.parentElement ?? null;
    if (wanted !== 'auto' || parent === null) return;
    const read = () => {
      setAround(schemeOf(parent));
    };
    // Only in the page is it known what is around.
    read();
    const observer = new MutationObserver(read);
    for (let element: Element | null = parent; element !== null; element = element.parentElement) {
      // Portals switch their theme by a class, a style or a data attribute somewhere above.
      observer.observe(element, { attributes: true });
    }
    const preference = darkPreference();
    preference?.addEventListener('change', read);
    return () => {
      observer.disconnect();
      preference?.removeEventListener('change', read);
    };
  }, [root, wanted]);
  return wanted === 'auto' ? around : wanted;
}

function schemeOf(element: Element): 'light' | 'dark' {
  const schemes = getComputedStyle(element).colorScheme;
  if (!/\bdark\b/.test(schemes)) return 'light';
  if (!/\blight\b/.test(schemes)) return 'dark';
  return darkPreference()?.matches === true ? 'dark' : 'light';
}

function darkPreference(): MediaQueryList | null {
  // Absent in jsdom, where hosts test.
  return typeof window.matchMedia === 'function'
    ? window.matchMedia('(prefers-color-scheme: dark)')
    : null;
}

import type { ReactNode } from 'react';
import './page.css';

/** The place a host gives to a component that fills it. */
export function Page({
  width,
  children,
}: {
  /** In pixels. @default all there is */
  readonly width?: number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <main className="story-page" style={width === undefined ? undefined : { inlineSize: width }}>
      {children}
    </main>
  );
}
